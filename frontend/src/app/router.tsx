import {
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { readSearch, type ContractSearch } from '@/shared/route'
import { readNewContractSearch, readVersionsSearch } from '@/features/agreement/search'
import { readSampleSearch } from '@/features/cases/sampleSearch'
import { readCasesSearch } from '@/features/cases/search'
import { readLogSearch } from '@/features/log/search'
import { readCompareSearch } from '@/features/compare/search'
import { readWhatIfSearch } from '@/features/whatif/search'
import { readWorkSearch } from '@/features/work/search'
import { readPortfolioSearch } from '@/features/portfolio/search'
import { readPeopleSearch, type PeopleSearch } from '@/features/access/search'
import { readAdminSearch } from '@/features/admin/search'
import { readSearchSearch } from '@/features/search/search'
import { readDrawnSearch, type DrawnSearch } from '@/features/spotcheck/drawn'
import { AdminFrame } from './AdminFrame'
import { Shell } from './Shell'
import { ContractFrame } from './ContractFrame'
import { DayFrame } from './DayFrame'
import { ContractsPage } from './ContractsPage'
import { Missing } from './Missing'
import { Crash } from './Crash'
import { lazyPage } from './lazyPage'

const root = createRootRoute({ component: Shell, notFoundComponent: Missing, errorComponent: Crash })

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

const admin = createRoute({ getParentRoute: () => root, path: '/admin', component: AdminFrame })

const adminHome = createRoute({
  getParentRoute: () => admin, path: '/',
  component: () => <Navigate to="/admin/contracts" replace />,
})

const adminContracts = createRoute({
  getParentRoute: () => admin, path: '/contracts',
  component: lazyPage(() => import('@/features/admin/components/ContractsAdmin'), 'ContractsAdmin'),
  validateSearch: readAdminSearch,
})

const adminTokens = createRoute({
  getParentRoute: () => admin, path: '/tokens',
  component: lazyPage(() => import('@/features/tokens/components/TokensPage'), 'TokensPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch => readSearch(search),
})

const adminJobs = createRoute({
  getParentRoute: () => admin, path: '/jobs',
  component: lazyPage(() => import('@/features/admin/components/JobsAdmin'), 'JobsAdmin'),
})

const adminMails = createRoute({
  getParentRoute: () => admin, path: '/mails',
  component: lazyPage(() => import('@/features/admin/components/MailsAdmin'), 'MailsAdmin'),
})

const adminSettings = createRoute({
  getParentRoute: () => admin, path: '/settings',
  component: lazyPage(() => import('@/features/admin/components/SettingsAdmin'), 'SettingsAdmin'),
})

const adminHealth = createRoute({
  getParentRoute: () => admin, path: '/health',
  component: lazyPage(() => import('@/features/admin/components/HealthAdmin'), 'HealthAdmin'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyPage(() => import('@/features/search/components/SearchPage'), 'SearchPage'),
  validateSearch: readSearchSearch,
})

const access = createRoute({
  getParentRoute: () => admin, path: '/access',
  component: lazyPage(() => import('@/features/access/components/AccessPage'), 'AccessPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch & PeopleSearch => ({
    ...readSearch(search),
    ...readPeopleSearch(search),
  }),
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

const contract = createRoute({
  getParentRoute: () => root,
  path: '/c/$contract',
  component: ContractFrame,
  validateSearch: (search: Record<string, unknown>): ContractSearch => readSearch(search),
  // Looking back stays looking back from page to page.
  search: { middlewares: [retainSearchParams<ContractSearch>(['asOf'])] },
})

const overview = createRoute({
  getParentRoute: () => contract, path: '/',
  component: lazyPage(() => import('@/features/overview/components/OverviewPage'), 'OverviewPage'),
})

const goal = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal',
  component: lazyPage(() => import('./GoalRoute'), 'GoalRoute'),
})

const budget = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/budget/$requirement',
  component: lazyPage(() => import('@/features/budget/components/BudgetPage'), 'BudgetPage'),
})

const budgetImport = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/budget/$requirement/import',
  component: lazyPage(() => import('@/features/budget/components/BudgetImport'), 'BudgetImport'),
})

const survey = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/survey/$requirement',
  component: lazyPage(() => import('@/features/survey/components/SurveyPage'), 'SurveyPage'),
})

const surveyImport = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/survey/$requirement/import',
  component: lazyPage(() => import('@/features/survey/components/ImportPage'), 'ImportPage'),
})

const surveyRun = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/survey/$requirement/run',
  component: lazyPage(() => import('@/features/survey/components/RunPage'), 'RunPage'),
})

const cases = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/cases/$requirement',
  component: lazyPage(() => import('@/features/cases/components/CasesPage'), 'CasesPage'),
  validateSearch: readCasesSearch,
})

const casesImport = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/cases/$requirement/import',
  component: lazyPage(() => import('@/features/cases/components/ImportPage'), 'ImportPage'),
})

const casesSample = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/cases/$requirement/sample', validateSearch: readSampleSearch,
  component: lazyPage(() => import('@/features/cases/components/SamplePage'), 'SamplePage'),
})

const casesQuality = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/cases/$requirement/quality',
  component: lazyPage(() => import('@/features/cases/components/QualityPage'), 'QualityPage'),
})

const oneCase = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/cases/$requirement/$reference',
  component: lazyPage(() => import('@/features/cases/components/CasePage'), 'CasePage'),
})

const spotchecks = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/spotchecks',
  component: lazyPage(() => import('@/features/spotcheck/components/SpotchecksPage'), 'SpotchecksPage'),
})
const findings = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/findings',
  component: lazyPage(() => import('@/features/spotcheck/components/FindingsPage'), 'FindingsPage'),
})
const spotcheckCustomer = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/customers/$ref',
  component: lazyPage(() => import('@/features/spotcheck/components/HistoryPage'), 'HistoryPage'),
})
const spotcheckRound = createRoute({
  getParentRoute: () => contract, path: '/goals/$goal/spotchecks/$round',
  component: lazyPage(() => import('@/features/spotcheck/components/RoundPage'), 'RoundPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch & DrawnSearch => ({ ...readSearch(search), ...readDrawnSearch(search) }),
})

const log = createRoute({
  getParentRoute: () => contract, path: '/log',
  component: lazyPage(() => import('@/features/log/components/LogPage'), 'LogPage'),
  validateSearch: readLogSearch,
})

const whatIf = createRoute({
  getParentRoute: () => contract, path: '/what-if',
  component: lazyPage(() => import('@/features/whatif/components/WhatIfPage'), 'WhatIfPage'),
  validateSearch: readWhatIfSearch,
})

const safeDays = createRoute({
  getParentRoute: () => contract, path: '/last-safe-days',
  component: lazyPage(() => import('@/features/safedays/components/SafeDaysPage'), 'SafeDaysPage'),
})

const planFile = createRoute({
  getParentRoute: () => contract, path: '/plan-file',
  component: lazyPage(() => import('@/features/planfile/components/PlanFilePage'), 'PlanFilePage'),
})

const compare = createRoute({
  getParentRoute: () => contract, path: '/compare',
  component: lazyPage(() => import('@/features/compare/components/ComparePage'), 'ComparePage'),
  validateSearch: readCompareSearch,
})

const fact = createRoute({
  getParentRoute: () => contract, path: '/facts/$fact',
  component: lazyPage(() => import('@/features/fact/components/FactPage'), 'FactPage'),
})

const agreement = createRoute({
  getParentRoute: () => contract, path: '/agreement',
  component: lazyPage(() => import('@/features/agreement/components/AgreementPage'), 'AgreementPage'),
})

const versions = createRoute({
  getParentRoute: () => contract, path: '/agreement/versions',
  component: lazyPage(() => import('@/features/agreement/components/VersionsPage'), 'VersionsPage'),
  validateSearch: readVersionsSearch,
})

const amendment = createRoute({
  getParentRoute: () => contract, path: '/amendments/$amendment',
  component: lazyPage(() => import('@/features/agreement/components/AmendmentPage'), 'AmendmentPage'),
})

const amend = createRoute({
  getParentRoute: () => contract, path: '/amend',
  component: lazyPage(() => import('@/features/agreement/components/AmendPage'), 'AmendPage'),
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

export const routeTree = root.addChildren([home, statement, answer, hearing, contracts, oldAccess, admin.addChildren([adminHome, adminContracts, access, adminTokens, adminJobs, adminMails, adminSettings, adminHealth]), search, tokens, days.addChildren([portfolio]), newContract, draft, contract.addChildren([overview, goal, cases, casesImport, casesQuality, casesSample, oneCase, budget, budgetImport, survey, surveyImport, surveyRun, spotchecks, spotcheckRound, findings, spotcheckCustomer, log, fact, agreement, versions, amendment, amend, whatIf, safeDays, compare, planFile])])

export const router = createRouter({ routeTree, defaultPreload: 'intent', defaultErrorComponent: Crash, scrollRestoration: true })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
