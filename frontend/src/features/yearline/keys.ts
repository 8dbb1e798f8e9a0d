import type { Day, Timeline } from '@/shared/api/wire'
import { dayFromNumber, dayNumber } from '@/shared/format/day'

/** Arrows go a day, page keys to the next change, Home and End to the ends. */
export function keyTarget(key: string, shown: Day, timeline: Timeline, last: Day): Day | undefined {
  const step = (days: number) => dayFromNumber(dayNumber(shown) + days)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return step(-1)
    case 'ArrowRight':
    case 'ArrowUp':
      return step(1)
    case 'PageDown':
      return timeline.points.findLast((point) => point.day < shown)?.day ?? timeline.from
    case 'PageUp':
      return timeline.points.find((point) => point.day > shown)?.day ?? last
    case 'Home':
      return timeline.from
    case 'End':
      return last
    default:
      return undefined
  }
}
