import { isDay } from '@/shared/format/day'
import { readText } from '@/shared/route'
import { holdsPersonNumber } from '@/shared/text/personNumber'

/** Where the list of cases stands on the page. */
export const listPlace = 'sager'

export const caseStates = ['open', 'late', 'paused', 'timely', 'overdue', 'concluded'] as const
export type CaseState = (typeof caseStates)[number]
export const caseSorts = ['reference', 'received', 'concluded', 'due'] as const
export type CaseSort = (typeof caseSorts)[number]

export const caseFindings = [
  ...(['alike', 'rest-day', 'long-ago', 'outlier', 'outcome-open', 'no-outcome', 'before-stop-ended', 'stop-afterwards'] as const),
  ...(['stop-for-nothing', 'stop-unnamed', 'new', 'changed'] as const),
]
export type CaseFinding = (typeof caseFindings)[number]

/** How a list of cases is narrowed and ordered, as its address says. */
export interface CasesSearch {
  state?: CaseState
  month?: string
  kind?: string
  outcome?: string
  text?: string
  /** The first and the last of the last timely days. */
  dueFrom?: string
  dueTo?: string
  finding?: CaseFinding
  sort?: CaseSort
  down?: boolean
  after?: string
}

export const filterNames = ['state', 'month', 'kind', 'outcome', 'text', 'dueFrom', 'dueTo', 'finding'] as const

export function readCasesSearch(raw: Record<string, unknown>): CasesSearch {
  const search: CasesSearch = {}
  for (const name of ['month', 'kind', 'outcome', 'text', 'after'] as const) {
    const value = readText(raw[name])
    if (value !== undefined && !holdsPersonNumber(value)) search[name] = value
  }
  for (const name of ['dueFrom', 'dueTo'] as const) {
    const day = readText(raw[name])
    if (day !== undefined && isDay(day)) search[name] = day
  }
  const state = caseStates.find((name) => name === raw.state)
  if (state !== undefined) search.state = state
  const finding = caseFindings.find((name) => name === raw.finding)
  if (finding !== undefined) search.finding = finding
  const sort = caseSorts.find((name) => name === raw.sort)
  if (sort !== undefined) search.sort = sort
  if (typeof raw.down === 'boolean') search.down = raw.down
  return search
}
