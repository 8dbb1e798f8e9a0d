import type { components } from '@/shared/api/schema'
import type { Evidence, Fact } from '@/shared/api/wire'

type Schemas = components['schemas']

export type SpotchecksPage = Omit<Schemas['SpotchecksPage'], 'list'> & { list: Fact | null }
export type Customer = Omit<Schemas['DrawnCustomer'], 'reviews' | 'asides' | 'signed' | 'replaced' | 'assignment' | 'hearing'> & {
  assignment: Fact | null
  reviews: Fact[]
  asides: Fact[]
  signed: Fact[]
  replaced: Fact | null
  hearing: (Omit<Schemas['CustomerHearing'], 'facts'> & { facts: Fact[] }) | null
}
export type Round = Omit<Schemas['SpotcheckRound'], 'customers' | 'facts' | 'plans' | 'findings'> & {
  findings: Finding[]
  plans: Fact[]
  customers: Customer[]
  facts: Record<string, Fact | undefined>
}
export type Finding = Omit<Schemas['SpotcheckFinding'], 'facts' | 'reported'> & { facts: Fact[]; reported: { text: string; evidence?: Evidence[] } | null }
export type FollowUp = Schemas['FollowUp']
export type CustomerRound = Omit<Schemas['CustomerRound'], 'customer' | 'findings'> & { customer: Customer; findings: Finding[] }
export type CustomerHistory = Omit<Schemas['CustomerHistory'], 'rounds'> & { rounds: CustomerRound[] }
export type Plan = Schemas['RoundPlan']
export type Figures = Schemas['RoundFigures']
export type ListChange = Schemas['ListChange']
export type Taken = Schemas['TakenPopulation']
export type ClauseAnswer = Omit<Schemas['ClauseAnswer'], 'evidence'> & { evidence?: Evidence[] }
export type Severity = 'critical' | 'serious' | 'minor'
export const severities: Severity[] = ['critical', 'serious', 'minor']
export type Reckoning = Schemas['SpotcheckReckoning']
export type Sizing = Schemas['SpotcheckSizing']
