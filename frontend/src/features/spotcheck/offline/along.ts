import type { Session } from '@/shared/api/wire'
import { dayFromNumber, dayNumber, recordedDay } from '@/shared/format/day'
import type { Taken } from '@/shared/offline/taken'
import type { Customer, Round } from '../wire'

/** How long customers may lie on a device. */
const longest = 72 * 3600 * 1000

export interface TakenRound {
  contract: string
  page: Round
}

export function keyOf(subject: string, contract: string, goal: string, round: string): string {
  return [subject, contract, goal, round].join('/')
}

/** The customers that are still to be reviewed: one's own, or all. */
export function toReview(round: Round, only?: string): Customer[] {
  return round.customers.filter(
    ({ state, assigned }) => (state === 'waiting' || state === 'returned') && (only === undefined || assigned?.subject === only),
  )
}

/** Of a round what a review needs, and no more. */
export function along(session: Session, contract: string, round: Round, customers: Customer[], now: number): Taken<TakenRound> {
  const page: Round = {
    ...round,
    customers: customers.map((one) => ({ ...one, cells: {}, reviews: one.reviews.slice(0, 1), asides: [], signed: one.signed.slice(0, 1), hearing: null, maySign: false, mayMail: false })),
    plans: [], facts: {}, people: [], owners: [], findings: [], draw: null, figures: null,
    may: { plan: false, review: round.may.review, sign: false, respond: false, number: 0 },
  }
  return { key: keyOf(session.subject, contract, round.goal, round.round), session, at: now, until: now + longest, what: { contract, page } }
}

/** The day to write on a review: the server's when it was taken along, and the days since. */
export function dayOf({ at, what }: Taken<TakenRound>, now: number): string {
  const day = (instant: number) => dayNumber(recordedDay(new Date(instant).toISOString()))
  return dayFromNumber(dayNumber(what.page.today) + Math.max(0, day(now) - day(at)))
}

/** Without a customer whose review has arrived; nothing where nobody is left. */
export function without(taken: Taken<TakenRound>, number: number): Taken<TakenRound> | undefined {
  const customers = taken.what.page.customers.filter((one) => one.number !== number)
  return customers.length === 0 ? undefined : { ...taken, what: { ...taken.what, page: { ...taken.what.page, customers } } }
}
