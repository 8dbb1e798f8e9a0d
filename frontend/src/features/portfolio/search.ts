import { readText } from '@/shared/route'
import { holdsPersonNumber } from '@/shared/text/personNumber'

export type View = 'table' | 'map' | 'years'
export type PortfolioSort = 'agency' | 'year' | 'total' | 'best' | 'late' | 'deadline'

/** How the portfolio is narrowed, ordered and drawn, as its address says. */
export interface PortfolioSearch {
  view?: View
  text?: string
  agency?: string
  year?: number
  late?: boolean
  missed?: boolean
  sort?: PortfolioSort
  down?: boolean
  /** So many of the first are on the pages before. */
  skip?: number
  asOf?: string
}

const views = ['table', 'map', 'years'] as const
const sorts = ['agency', 'year', 'total', 'best', 'late', 'deadline'] as const

/** What of the address narrows the list. */
export const filterNames = ['text', 'agency', 'year', 'late', 'missed'] as const

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined
}

export function readPortfolioSearch(raw: Record<string, unknown>): PortfolioSearch {
  const text = readText(raw.text)
  const { late, missed, down, asOf } = raw
  const found: Record<keyof PortfolioSearch, unknown> = {
    view: views.find((view) => view === raw.view),
    text: text !== undefined && holdsPersonNumber(text) ? undefined : text,
    agency: readText(raw.agency),
    year: whole(raw.year),
    late: late === true ? true : undefined,
    missed: missed === true ? true : undefined,
    sort: sorts.find((sort) => sort === raw.sort),
    down: typeof down === 'boolean' ? down : undefined,
    skip: whole(raw.skip),
    asOf: typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
