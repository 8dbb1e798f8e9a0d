import type { Change, Preview, Report } from './api'

/** What one has said of the rows, by step. */
export interface Said {
  reasons: Record<string, string>
  owners: Record<string, string>
  /** Of a conflict: one's own row, or what came in. */
  sides: Record<string, 'mine' | 'theirs'>
}

export const nothingSaid: Said = { reasons: {}, owners: {}, sides: {} }

/** The row is left as it stands. */
export function left(change: Change, said: Said): boolean {
  return change.conflict !== null && said.sides[change.step] === 'theirs'
}

/** The row needs a reason and has none. */
export function lacksReason(change: Change, said: Said): boolean {
  return change.needsReason !== '' && !left(change, said) && (said.reasons[change.step] ?? '').trim() === ''
}

/** Somebody must say which side counts. */
export function undecided(change: Change, said: Said): boolean {
  return change.conflict !== null && said.sides[change.step] === undefined
}

/** The reports to be written. */
export function reportsOf(changes: Change[], said: Said): Report[] {
  return changes
    .filter((change) => !left(change, said))
    .map(({ step, report, needsReason }) => {
      const owner = (said.owners[step] ?? '').trim()
      return {
        ...report,
        ...(owner === '' ? {} : { owner }),
        ...(needsReason === '' ? {} : { reason: (said.reasons[step] ?? '').trim() }),
      }
    })
}

export const sorts = ['changes', 'conflicts', 'reasons', 'faults'] as const
export type Sort = (typeof sorts)[number]

/** How many rows each sort has. */
export function counts(preview: Preview, said: Said): Record<Sort, number> {
  return {
    changes: preview.changes.length,
    conflicts: preview.changes.filter((change) => change.conflict !== null).length,
    reasons: preview.changes.filter((change) => change.needsReason !== '' && !left(change, said)).length,
    faults: preview.faultCount,
  }
}

/** The changes of a sort. */
export function ofSort(changes: Change[], sort: Sort, said: Said): Change[] {
  if (sort === 'conflicts') return changes.filter((change) => change.conflict !== null)
  if (sort === 'reasons') return changes.filter((change) => change.needsReason !== '' && !left(change, said))
  return changes
}

/** What still stands in the way of writing. */
export type Hindrance = 'faults' | 'conflicts' | 'reasons' | 'nothing'

export function hindrances(preview: Preview, said: Said): { what: Hindrance; count: number }[] {
  const list: { what: Hindrance; count: number }[] = [
    { what: 'faults', count: preview.faultCount },
    { what: 'conflicts', count: preview.changes.filter((change) => undecided(change, said)).length },
    { what: 'reasons', count: preview.changes.filter((change) => lacksReason(change, said)).length },
  ]
  const found = list.filter(({ count }) => count > 0)
  if (found.length === 0 && reportsOf(preview.changes, said).length === 0) return [{ what: 'nothing', count: 0 }]
  return found
}
