import type { Day, WorkPage } from '@/shared/api/wire'
import { daysBetween } from '@/shared/format/day'

type Contract = WorkPage['contracts'][number]

/** How many contracts the first page goes into; the rest are a press away. */
const most = 5

/** Reports and assessments of a year come in the half-year after it. */
const after = 182

/** The contracts that work is done on now: those running or just ended, the latest first. */
export function current(contracts: Contract[], today: Day): Contract[] {
  return contracts
    .filter((one) => one.from <= today && daysBetween(one.to, today) <= after)
    .toSorted((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0))
    .slice(0, most)
}
