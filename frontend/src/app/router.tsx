import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { readSearch, type ContractSearch } from '@/shared/route'
import { readNewContractSearch } from '@/features/agreement/search'
import { readWorkSearch } from '@/features/work/search'
import { readPortfolioSearch } from '@/features/portfolio/search'
import { readSearchSearch } from '@/features/search/search'
import { DayFrame } from './DayFrame'
import { ContractsPage } from './ContractsPage'
import { Crash } from './Crash'
import { lazyPage } from './lazyPage'
import { adminRoutes } from './adminRoutes'
import { contractRoutes } from './contractRoutes'
import { root } from './rootRoute'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyPage(() => import('./WorkRoute'), 'WorkRoute'),
  validateSearch: readWorkSearch,
})

const statement = createRoute({
  getParentRoute: () => root,
  path: '/accessibility',
  component: lazyPage(() => import('./StatementPage'), 'StatementPage'),
})

// By a one-time link, without a login.
const answer = createRoute({
  getParentRoute: () => root,
  path: '/answer/$contract',
  component: lazyPage(() => import('@/features/answer/AnswerPage'), 'AnswerPage'),
})

const hearing = createRoute({
  getParentRoute: () => root,
  path: '/hearing/$contract',
  component: lazyPage(() => import('@/features/hearing/HearingPage'), 'HearingPage'),
})

const contracts = createRoute({ getParentRoute: () => root, path: '/contracts', component: ContractsPage })

// Where access was kept before the administration had a page of its own.
const oldAccess = createRoute({
  getParentRoute: () => root,
  path: '/access',
  beforeLoad: ({ search }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told
    throw redirect({ to: '/admin/access', search })
  },
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyPage(() => import('@/features/search/components/SearchPage'), 'SearchPage'),
  validateSearch: readSearchSearch,
})

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/tokens',
  component: lazyPage(() => import('@/features/tokens/components/TokensPage'), 'TokensPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch => readSearch(search),
})

// Pages over several contracts, which look back too.
const days = createRoute({ getParentRoute: () => root, id: 'days', component: DayFrame })

const portfolio = createRoute({
  getParentRoute: () => days,
  path: '/portfolio',
  component: lazyPage(() => import('@/features/portfolio/components/PortfolioPage'), 'PortfolioPage'),
  validateSearch: readPortfolioSearch,
})

const newContract = createRoute({
  getParentRoute: () => root,
  path: '/new-contract',
  component: lazyPage(() => import('@/features/agreement/components/NewContractPage'), 'NewContractPage'),
  validateSearch: readNewContractSearch,
})

const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$contract',
  component: lazyPage(() => import('@/features/agreement/components/DraftPage'), 'DraftPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch => readSearch(search),
})

export const routeTree = root.addChildren([home, statement, answer, hearing, contracts, oldAccess, adminRoutes, search, tokens, days.addChildren([portfolio]), newContract, draft, contractRoutes])

export const router = createRouter({ routeTree, defaultPreload: 'intent', defaultErrorComponent: Crash, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
