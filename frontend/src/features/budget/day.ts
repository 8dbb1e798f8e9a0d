/** The last month's end on or before a day: postings come in by whole months. */
export function lastMonthEnd(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  next.setUTCDate(0)
  return next.toISOString().slice(0, 10)
}
