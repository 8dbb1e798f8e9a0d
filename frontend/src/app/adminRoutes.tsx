import { createRoute, Navigate } from '@tanstack/react-router'
import { readSearch, type ContractSearch } from '@/shared/route'
import { readPeopleSearch, type PeopleSearch } from '@/features/access/search'
import { readAdminSearch } from '@/features/admin/search'
import { AdminFrame } from './AdminFrame'
import { lazyPage } from './lazyPage'
import { root } from './rootRoute'

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

const access = createRoute({
  getParentRoute: () => admin, path: '/access',
  component: lazyPage(() => import('@/features/access/components/AccessPage'), 'AccessPage'),
  validateSearch: (search: Record<string, unknown>): ContractSearch & PeopleSearch => ({
    ...readSearch(search),
    ...readPeopleSearch(search),
  }),
})

/** The administration's pages. */
export const adminRoutes = admin.addChildren([
  adminHome, adminContracts, access, adminTokens, adminJobs, adminMails, adminSettings, adminHealth,
])
