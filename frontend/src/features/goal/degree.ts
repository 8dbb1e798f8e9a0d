import type { DegreeCurve, Rat } from '@/shared/api/wire'
import { compareRat } from '@/shared/format/rat'

/** A place on the curve. */
export interface Place {
  result: Rat
  degree: Rat
}

/** A result, or all between two, with the degree it gets. */
export interface DegreeRow {
  from: Rat | undefined
  to: Rat | undefined
  start: Rat
  end: Rat
}

/** The ends of stretches that do not belong to them: the degree just beside, which the result itself does not get. */
export function openEnds({ stretches, points }: DegreeCurve): Place[] {
  return stretches.flatMap(({ from, to, start, end }) =>
    [
      { result: from, degree: start },
      { result: to, degree: end },
    ].filter(({ result, degree }) => points.some((point) => compareRat(point.result, result) === 0 && compareRat(point.degree, degree) !== 0)),
  )
}

/** The curve as a table reads it, rising: what lies below, each place, what lies between. */
export function degreeRows({ stretches, points }: DegreeCurve): DegreeRow[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  return stretches.flatMap((stretch) => {
    const row = {
      from: compareRat(stretch.from, first.result) < 0 ? undefined : stretch.from,
      to: compareRat(stretch.to, last.result) > 0 ? undefined : stretch.to,
      start: stretch.start,
      end: stretch.end,
    }
    const at = points.find((point) => compareRat(point.result, stretch.to) === 0)
    return at ? [row, { from: at.result, to: at.result, start: at.degree, end: at.degree }] : [row]
  })
}
