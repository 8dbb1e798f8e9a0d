import type { Customer } from './wire'

/** What the address of a round's page narrows its customers to. */
export interface DrawnSearch {
  only?: 'mine' | 'nobody'
}

export function readDrawnSearch(raw: Record<string, unknown>): DrawnSearch {
  return raw.only === 'mine' || raw.only === 'nobody' ? { only: raw.only } : {}
}

/** The customers that are looked at: all, one's own, or those that nobody has. */
export function lookedAt(customers: Customer[], only: DrawnSearch['only'], subject: string): Customer[] {
  if (only === 'mine') return customers.filter(({ assigned }) => assigned?.subject === subject)
  if (only === 'nobody') return unassigned(customers)
  return customers
}

/** Those that somebody must still be asked to review. */
export function unassigned(customers: Customer[]): Customer[] {
  return customers.filter(({ assigned, state }) => !assigned && (state === 'waiting' || state === 'returned'))
}

export interface Load {
  subject: string
  name: string
  assigned: number
  /** Not reviewed yet, or sent back. */
  open: number
}

/** How many customers each auditor has, and how many of them wait; those who have none too. */
export function loads(customers: Customer[], people: { subject: string; name: string }[]): Load[] {
  const all = new Map<string, Load>(people.map(({ subject, name }) => [subject, { subject, name, assigned: 0, open: 0 }]))
  for (const { assigned, state } of customers) {
    if (!assigned || state === 'replaced') continue
    const load = all.get(assigned.subject) ?? { ...assigned, assigned: 0, open: 0 }
    all.set(assigned.subject, { ...load, assigned: load.assigned + 1, open: load.open + (state === 'waiting' || state === 'returned' ? 1 : 0) })
  }
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'da'))
}

/** Who gets each customer that nobody has: always who has fewest, of those the first by name. */
export function sharedOut(customers: Customer[], people: { subject: string; name: string }[]): { number: number; to: string }[] {
  const counts = loads(customers, people).filter(({ subject }) => people.some((one) => one.subject === subject))
  return unassigned(customers).flatMap(({ number }) => {
    const least = counts.reduce<Load | undefined>((best, one) => (best && best.assigned <= one.assigned ? best : one), undefined)
    if (!least) return []
    least.assigned++
    return [{ number, to: least.subject }]
  })
}
