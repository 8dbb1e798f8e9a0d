import { createRoute, retainSearchParams } from '@tanstack/react-router'
import { readSearch, type ContractSearch } from '@/shared/route'
import { readVersionsSearch } from '@/features/agreement/search'
import { readSampleSearch } from '@/features/cases/sampleSearch'
import { readCasesSearch } from '@/features/cases/search'
import { readLogSearch } from '@/features/log/search'
import { readCompareSearch } from '@/features/compare/search'
import { readWhatIfSearch } from '@/features/whatif/search'
import { readDrawnSearch, type DrawnSearch } from '@/features/spotcheck/drawn'
import { ContractFrame } from './ContractFrame'
import { lazyPage } from './lazyPage'
import { root } from './rootRoute'

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

/** A contract's pages. */
export const contractRoutes = contract.addChildren([
  overview, goal, cases, casesImport, casesQuality, casesSample, oneCase, budget, budgetImport, survey, surveyImport, surveyRun, spotchecks, spotcheckRound, findings, spotcheckCustomer, log, fact, agreement, versions, amendment, amend, whatIf, safeDays, compare, planFile,
])
