import type { Day } from '@/shared/api/wire'
import { isDay } from '@/shared/format/day'

/** Why pages cannot be shown as of what an address says; nothing where they can. */
export function asOfTrouble(asOf: string | undefined, today: Day): 'unreadable' | 'future' | undefined {
  if (asOf === undefined) return undefined
  const day = asOf.slice(0, 10)
  const instant = asOf.length > 10
  if (!isDay(day) || (instant && Number.isNaN(Date.parse(asOf)))) return 'unreadable'
  return day > today ? 'future' : undefined
}
