import { readText } from '@/shared/route'
import { holdsPersonNumber } from '@/shared/text/personNumber'

export type LogSort = 'leaf' | 'day' | 'goal'

/** How the log is narrowed and ordered, as its address says. */
export interface LogSearch {
  kind?: string
  goal?: string
  person?: string
  subject?: string
  text?: string
  dayFrom?: string
  dayTo?: string
  recordedFrom?: string
  recordedTo?: string
  sort?: LogSort
  down?: boolean
  /** The leaf that the page before ended with. */
  after?: number
}

const texts = ['kind', 'goal', 'person', 'subject', 'text'] as const
const days = ['dayFrom', 'dayTo', 'recordedFrom', 'recordedTo'] as const
const sorts = ['leaf', 'day', 'goal'] as const

/** What of the address narrows the list. */
export const filterNames = [...texts, ...days]

export function readLogSearch(raw: Record<string, unknown>): LogSearch {
  const search: LogSearch = {}
  for (const name of texts) {
    const value = readText(raw[name])
    if (value !== undefined) search[name] = value
  }
  if (search.text !== undefined && holdsPersonNumber(search.text)) delete search.text
  for (const name of days) {
    const value = raw[name]
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) search[name] = value
  }
  const sort = sorts.find((name) => name === raw.sort)
  if (sort !== undefined) search.sort = sort
  if (typeof raw.down === 'boolean') search.down = raw.down
  if (typeof raw.after === 'number' && Number.isSafeInteger(raw.after)) search.after = raw.after
  return search
}
