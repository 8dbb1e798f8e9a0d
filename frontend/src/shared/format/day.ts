import type { Day } from '@/shared/api/wire'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'

// Days are reckoned in whole days since 1970, by the calendar alone.

const msPerDay = 86_400_000

export function dayNumber(day: Day): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / msPerDay
}

export function dayFromNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}

/** Whether a text is a day that the calendar has: not "2014-02-31". */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dayFromNumber(dayNumber(text)) === text
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

// Making one costs a hundred times what using it does, and a plan shows thousands of days.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language | 'sv', options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.entries(options).join(' ')}`
  const kept = formatters.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat({ da: 'da-DK', en: 'en-GB', sv: 'sv-SE' }[language], options)
  formatters.set(key, made)
  return made
}

function at(day: Day): Date {
  return new Date(dayNumber(day) * msPerDay)
}

/** "30. juni 2014" */
export function longDay(day: Day, language: Language): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day))
}

/** "30. juni", with the year where it is not this one. */
export function shortDay(day: Day, today: Day, language: Language): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return longDay(day, language)
  return formatter(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at(day))
}

/** "juni" or "juni 2014" of "2014-06". */
export function monthName(month: string, language: Language, year = false): string {
  const options: Intl.DateTimeFormatOptions = { month: 'long', timeZone: 'UTC' }
  if (year) options.year = 'numeric'
  return formatter(language, options).format(at(`${month}-01`))
}

/** The last day of "2014-02". */
export function lastDay(month: string): Day {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return dayFromNumber(dayNumber(next) - 1)
}

/** An instant on the wall clock in Copenhagen: "2. oktober 2014 kl. 06.00". */
export function instant(recorded: string, language: Language): string {
  return formatter(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(recorded))
}

/** The day in Copenhagen on which something was recorded. */
export function recordedDay(recorded: string): Day {
  return formatter('sv', { timeZone: 'Europe/Copenhagen' }).format(new Date(recorded))
}

/** The day as one would say it today: "i overmorgen", "om 5 dage", "30. juni". */
export function spokenDay(day: Day, today: Day, language: Language, t: Text): string {
  const distance = daysBetween(today, day)
  switch (distance) {
    case 0:
      return t('day.today')
    case 1:
      return t('day.tomorrow')
    case 2:
      return t('day.afterTomorrow')
    case -1:
      return t('day.yesterday')
    case -2:
      return t('day.beforeYesterday')
  }
  if (distance > 0 && distance <= 14) return t('day.inDays', { count: distance })
  if (distance < 0 && distance >= -14) return t('day.daysAgo', { count: -distance })
  return shortDay(day, today, language)
}

/** How late something is: "3 dage for sent". */
export function lateness(due: Day, today: Day, t: Text): string {
  return t('day.late', { count: daysBetween(due, today) })
}
