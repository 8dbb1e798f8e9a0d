import { isDay } from '@/shared/format/day'

/** The two sides, each a day, a version ("v1") or "now". */
export interface CompareSearch {
  left?: string
  right?: string
}

const form = /^(now|v[1-9]\d{0,3})$/

/** A side that can be: a day of the calendar, a version, or now. */
function isSide(text: unknown): text is string {
  return typeof text === 'string' && (form.test(text) || isDay(text))
}

export function readCompareSearch(raw: Record<string, unknown>): CompareSearch {
  const search: CompareSearch = {}
  if (isSide(raw.left)) search.left = raw.left
  if (isSide(raw.right)) search.right = raw.right
  return search
}

/** The last quarter's end before a day: what one mostly compares with. */
export function quarterBefore(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const ends = ['03-31', '06-30', '09-30']
  const quarter = Math.floor((month - 1) / 3)
  return quarter === 0 ? `${year - 1}-12-31` : `${year}-${ends[quarter - 1] ?? '03-31'}`
}
