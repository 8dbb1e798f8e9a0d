import type { Day } from '@/shared/api/wire'
import { dayFromNumber, dayNumber } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'

// A token holds through the day that was chosen, in Copenhagen. Tokens live by
// the wall's clock, also where a demo's story is in another year.

const zone = 'Europe/Copenhagen'

/** The day in Copenhagen at an instant. */
export function dayAt(instant: Date): Day {
  // Sweden writes its dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant)
}

export function daysOn(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days)
}

/** The days that may be chosen: from today, to a year ahead. */
export function bounds(today: Day): { first: Day; last: Day } {
  return { first: today, last: daysOn(today, 365) }
}

/** The last second of a day in Copenhagen, as the server wants it. */
export function endOf(day: Day): string {
  const summer = new Date(`${day}T23:59:59+02:00`)
  // An hour later by the clock where it is winter there.
  return (dayAt(new Date(summer.getTime() + 1000)) === day ? new Date(`${day}T23:59:59+01:00`) : summer).toISOString()
}

/** The time of day in Copenhagen: "06.00". */
export function timeAt(instant: Date, language: Language): string {
  const place = language === 'da' ? 'da-DK' : 'en-GB'
  return new Intl.DateTimeFormat(place, { timeZone: zone, timeStyle: 'short' }).format(instant)
}
