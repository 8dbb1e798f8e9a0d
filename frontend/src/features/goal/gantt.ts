import type { Day, Item, Step } from '@/shared/api/wire'
import { dayFromNumber, dayNumber } from '@/shared/format/day'

export interface Axis {
  from: number
  days: number
  left: number
  width: number
}

/** Where a step stands: the day it happened, else the one hoped for, else the plan's. */
export function standsAt(step: Step): Day {
  return step.done || step.expected || step.planned
}

/** An axis over the period, stretched to hold every date of the plan. */
export function axisOf(items: Item[], from: Day, to: Day, left: number, width: number): Axis {
  let first = from
  let last = to
  for (const step of items.flatMap((item) => item.steps)) {
    for (const day of [step.due, step.planned, standsAt(step)]) {
      if (day !== '' && day < first) first = day
      if (day !== '' && day > last) last = day
    }
  }
  return { from: dayNumber(first), days: dayNumber(last) - dayNumber(first) + 1, left, width }
}

export function xOf(axis: Axis, day: Day): number {
  return axis.left + ((dayNumber(day) - axis.from + 0.5) / axis.days) * axis.width
}

/** The first day of each quarter on the axis. */
export function quarterStarts(axis: Axis): { day: Day; number: number }[] {
  const starts: { day: Day; number: number }[] = []
  const first = dayFromNumber(axis.from)
  for (let year = Number(first.slice(0, 4)); ; year++) {
    for (let quarter = 0; quarter < 4; quarter++) {
      const day = `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
      const number = dayNumber(day)
      if (number >= axis.from + axis.days) return starts
      if (number >= axis.from) starts.push({ day, number: quarter + 1 })
    }
  }
}

/** The step that a key leads to: along the lane, or to the nearest on the lane above or below. */
export function moveTo(lanes: Step[][], from: string, key: string): string | undefined {
  const row = lanes.findIndex((steps) => steps.some((step) => step.id === from))
  const lane = (lanes[row] ?? []).toSorted((a, b) => (standsAt(a) < standsAt(b) ? -1 : 1))
  const place = lane.findIndex((step) => step.id === from)
  const here = lane[place]
  if (!here) return undefined
  switch (key) {
    case 'ArrowLeft':
      return lane[place - 1]?.id
    case 'ArrowRight':
      return lane[place + 1]?.id
    case 'Home':
      return lane[0]?.id
    case 'End':
      return lane.at(-1)?.id
    case 'ArrowUp':
      return nearest(lanes.slice(0, row).findLast((steps) => steps.length > 0), here)
    case 'ArrowDown':
      return nearest(lanes.slice(row + 1).find((steps) => steps.length > 0), here)
    default:
      return undefined
  }
}

function nearest(lane: Step[] | undefined, here: Step): string | undefined {
  const distance = (step: Step) => Math.abs(dayNumber(standsAt(step)) - dayNumber(standsAt(here)))
  return lane?.toSorted((a, b) => distance(a) - distance(b))[0]?.id
}
