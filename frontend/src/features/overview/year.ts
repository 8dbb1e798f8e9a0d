import type { Day, Rat, Timeline } from '@/shared/api/wire'
import { dayFromNumber, dayNumber } from '@/shared/format/day'
import { toPixels } from '@/shared/format/rat'

/** A day of the picture: as it was known, or as it is expected. */
export interface YearRow {
  day: Day
  date: Date
  ahead: boolean
  worst: Rat
  best: Rat
  /** The same for the picture alone. */
  low: number
  high: number
}

function row(day: Day, worst: Rat, best: Rat, ahead: boolean): YearRow {
  return {
    day,
    date: new Date(dayNumber(day) * 86_400_000),
    ahead,
    worst,
    best,
    low: toPixels(worst),
    high: toPixels(best),
  }
}

/** What was known day by day, and what is expected from the last of them on. */
export function yearRows(timeline: Timeline): { known: YearRow[]; ahead: YearRow[] } {
  const known = timeline.points.map((point) => row(point.day, point.worst, point.best, false))
  const last = known.at(-1)
  // After the contract's end nothing is ahead: what is known is the result.
  if (!last || last.day >= timeline.to) return { known, ahead: [] }
  return { known, ahead: timeline.ahead.map((point) => row(point.day, point.worst, point.best, true)) }
}

/** The rows with each value held until the next, as a step's corner has it. */
export function held(rows: YearRow[]): YearRow[] {
  return rows.flatMap((one, n) => {
    const next = rows[n + 1]
    return next ? [one, { ...one, day: next.day, date: next.date }] : [one]
  })
}

/** A row for each day, with the value held until the next: what the pointer finds. */
export function everyDay(rows: YearRow[]): YearRow[] {
  return rows.flatMap((one, n) => {
    const days = dayNumber(rows[n + 1]?.day ?? one.day) - dayNumber(one.day)
    return Array.from({ length: Math.max(days, 1) }, (_, later) => {
      const number = dayNumber(one.day) + later
      return { ...one, day: dayFromNumber(number), date: new Date(number * 86_400_000) }
    })
  })
}
