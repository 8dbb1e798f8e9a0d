import type { components } from '@/shared/api/schema'
import type { Fact } from '@/shared/api/wire'

type Schemas = components['schemas']
export type CaseFigures = Schemas['CaseFigures']
interface Nullable {
  newest: Fact | null
  figures: CaseFigures | null
}
export type CaseGroup = Omit<Schemas['CaseGroup'], 'share'> & { share: string | null }
export type CaseDuration = Schemas['CaseDuration']
export type CaseLine = Omit<Schemas['CaseLine'], 'left'> & { left: number | null }
export type CaseStop = Schemas['CaseStop']
export type SampleCase = CaseLine & { stops: CaseStop[] }
export type CaseStatistics = Omit<Schemas['CaseStatistics'], 'months' | 'quarters' | 'toDate' | 'kinds' | 'outcomes' | 'median' | 'p90'> & {
  months: CaseGroup[]
  quarters: CaseGroup[]
  toDate: CaseGroup
  kinds: CaseGroup[]
  outcomes: CaseGroup[]
  median: number | null
  p90: number | null
}
export type CasesPage = Omit<Schemas['CasesPage'], keyof Nullable | 'statistics' | 'cases'> &
  Nullable & { statistics: CaseStatistics; cases: CaseLine[] }
export type CasePage = Omit<Schemas['CasePage'], keyof Nullable | 'line'> & Nullable & { line: CaseLine }
export type CaseChange = Schemas['CaseChange']
export type CasesPreview = Omit<Schemas['CasesPreview'], 'fact'> & { fact: Fact | null }
export type CasesQuality = Schemas['CasesQuality']
