import { expect, it } from 'vitest'
import type { Session } from '@/shared/api/wire'
import type { Customer, Round } from '../wire'
import { along, dayOf, toReview, without } from './along'

const person = (subject: string) => ({ subject, name: subject })
const customer = (number: number, state: Customer['state'], subject?: string) =>
  ({ number, state, name: `Kunden ${number}`, contact: 'post@kunde.example', cells: { sektor: 'Kommune' }, assigned: subject ? person(subject) : null, reviews: [], asides: [], signed: [], maySign: true }) as unknown as Customer
const round = {
  goal: '3', round: '2014-1', today: '2014-10-02', state: 'reviewing', plan: { checklist: [] }, people: [person('auditor')], facts: { 'spotcheck.plan': {} }, may: { plan: true, review: true },
  customers: [customer(1, 'waiting', 'auditor'), customer(2, 'returned', 'auditor2'), customer(3, 'countersigned', 'auditor'), customer(4, 'replaced'), customer(5, 'waiting')],
} as unknown as Round
const session = person('auditor') as unknown as Session
const noon = Date.parse('2026-03-28T12:00:00Z')
const hour = 3600 * 1000

it('takes along who is still to be reviewed, one’s own or all', () => {
  expect(toReview(round).map(({ number }) => number)).toEqual([1, 2, 5])
  expect(toReview(round, 'auditor').map(({ number }) => number)).toEqual([1])
})

it('keeps what a review needs, for three days, and no more', () => {
  const taken = along(session, 'cpr-2014', round, toReview(round), noon)
  expect(taken.until - taken.at).toBe(72 * hour)
  const { page } = taken.what
  expect([page.people, page.facts, page.may.plan, page.may.review]).toEqual([[], {}, false, true])
  expect(page.customers.map(({ cells, maySign }) => [cells, maySign])).toEqual([[{}, false], [{}, false], [{}, false]])
})

it('dates a review by the server’s day and the days since, also where the clock is put forward', () => {
  const taken = along(session, 'cpr-2014', round, toReview(round), noon)
  // 28 March 2026, 12:00 UTC is 13:00 in Copenhagen; summer time begins the night after.
  expect(dayOf(taken, noon + 9 * hour)).toBe('2014-10-02')
  expect(dayOf(taken, noon + 12 * hour)).toBe('2014-10-03')
  expect(dayOf(taken, noon + 34 * hour)).toBe('2014-10-04')
  expect(dayOf(taken, noon - 48 * hour)).toBe('2014-10-02')
})

it('lets a customer go whose review has arrived, and the round with the last', () => {
  const taken = along(session, 'cpr-2014', round, toReview(round, 'auditor'), noon)
  expect(without(taken, 2)?.what.page.customers).toHaveLength(1)
  expect(without(taken, 1)).toBeUndefined()
})
