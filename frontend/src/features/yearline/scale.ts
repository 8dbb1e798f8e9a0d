import type { Day, TimelinePoint } from '@/shared/api/wire'
import { dayFromNumber, dayNumber } from '@/shared/format/day'
import { toPixels } from '@/shared/format/rat'

/** Where days and totals stand on the strip. */
export interface Scale {
  from: number
  days: number
  width: number
  top: number
  bottom: number
}

export function x(scale: Scale, day: Day): number {
  return ((dayNumber(day) - scale.from) / scale.days) * scale.width
}

export function y(scale: Scale, percent: number): number {
  return scale.bottom - (percent / 100) * (scale.bottom - scale.top)
}

export function dayAt(scale: Scale, left: number): Day {
  const offset = Math.floor((left / scale.width) * scale.days)
  return dayFromNumber(scale.from + Math.min(Math.max(offset, 0), scale.days - 1))
}

/** The newest point not after the day. */
export function pointAt(points: TimelinePoint[], day: Day): TimelinePoint | undefined {
  return points.findLast((point) => point.day <= day) ?? points[0]
}

type Pick = (point: TimelinePoint) => string

/** A line that holds each value until the next point. */
export function stepLine(scale: Scale, points: TimelinePoint[], until: number, pick: Pick): string {
  let path = ''
  for (const point of points) {
    const height = y(scale, toPixels(pick(point))).toFixed(1)
    path += path === '' ? `M0 ${height}` : `H${x(scale, point.day).toFixed(1)}V${height}`
  }
  return path === '' ? '' : `${path}H${until.toFixed(1)}`
}

/** The area between two such lines. */
export function stepArea(scale: Scale, points: TimelinePoint[], until: number, upper: Pick, lower: Pick): string {
  const top = stepLine(scale, points, until, upper)
  if (top === '') return ''
  let back = ''
  let right = until
  for (const point of [...points].reverse()) {
    const height = y(scale, toPixels(lower(point))).toFixed(1)
    const left = point === points[0] ? 0 : x(scale, point.day)
    back += `L${right.toFixed(1)} ${height}H${left.toFixed(1)}`
    right = left
  }
  return `${top}${back}Z`
}

/** The first day of each quarter between two days, with its number. */
export function quarters(from: Day, to: Day): { day: Day; number: number }[] {
  const starts: { day: Day; number: number }[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (let quarter = 0; quarter < 4; quarter++) {
      const day = `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
      if (day >= from && day <= to) starts.push({ day, number: quarter + 1 })
    }
  }
  return starts
}
