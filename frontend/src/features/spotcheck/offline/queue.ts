import { ApiProblem, isProblem } from '@/shared/api/client'
import type { Problem } from '@/shared/api/wire'
import type { ClauseAnswer } from '../wire'

// Reviews that were written at a customer and are not known to have arrived: one for
// each customer, under the id of the fact to be, so that sending twice writes once.

export interface Place {
  contract: string
  goal: string
  round: string
  number: number
}

export interface WrittenReview extends Place {
  id: string
  /** Who wrote it, and nobody else sends it. */
  subject: string
  day: string
  /** The review that its writer saw. */
  expects: string
  clauses: ClauseAnswer[]
  reason: string
  /** When it was written, in milliseconds. */
  at: number
  /** It was on its way: nobody knows whether it arrived. */
  tried: boolean
  /** Other versions of it that were on their way. */
  earlier: string[]
  /** Why the server would not take it; with the other's review where somebody was faster. */
  held?: Problem | undefined
}

export type Typed = Omit<WrittenReview, 'tried' | 'earlier' | 'held'>

/** What is kept once it is written: over an earlier text of the same customer's, which may have arrived. */
export function kept(typed: Typed, before?: WrittenReview): WrittenReview {
  const earlier = before ? [...before.earlier, ...(before.tried ? [before.id] : [])] : []
  return { ...typed, tried: false, earlier }
}

/** Over the review of whoever was faster, with a reason. */
export function insisted(before: WrittenReview, current: string, reason: string, id: string): WrittenReview {
  return { ...before, id, expects: current, reason, tried: false, earlier: [], held: undefined }
}

export interface Post {
  /** Sends it as following a review; what is refused is thrown. */
  send: (review: WrittenReview, expects: string) => Promise<unknown>
  keep: (review: WrittenReview) => Promise<unknown>
  /** It is written. */
  sent: (review: WrittenReview) => Promise<unknown>
}

/** Why not everything was sent: nobody answers, or the login has run out. */
export type Stopped = 'silent' | 'login'

/** Sends what waits, the oldest first; what is refused stays, with the reason, and the next is sent. */
export async function sendAll(reviews: WrittenReview[], post: Post): Promise<Stopped | undefined> {
  for (const review of waiting(reviews)) {
    const trying = { ...review, tried: true }
    await post.keep(trying)
    try {
      await sendOne(trying, post)
    } catch (error) {
      if (isProblem(error, 401)) return 'login'
      if (!refused(error)) return 'silent'
      await post.keep({ ...trying, held: error.problem })
      continue
    }
    await post.sent(trying)
  }
  return undefined
}

async function sendOne(review: WrittenReview, { send }: Post): Promise<void> {
  try {
    await send(review, review.expects)
  } catch (error) {
    const current = isProblem(error, 409) ? error.problem.current?.id : undefined
    // An earlier text of one's own had arrived: this one follows it.
    if (current === undefined || !review.earlier.includes(current)) throw error
    await send(review, current)
  }
}

function refused(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status < 500 && error.status !== 408 && error.status !== 429
}

/** What is still to be sent, the oldest first. */
export function waiting(reviews: WrittenReview[]): WrittenReview[] {
  return reviews.filter(({ held }) => held === undefined).toSorted((a, b) => a.at - b.at)
}

export function writtenAt(reviews: WrittenReview[], place: Place): WrittenReview | undefined {
  return reviews.find((one) => one.contract === place.contract && one.goal === place.goal && one.round === place.round && one.number === place.number)
}
