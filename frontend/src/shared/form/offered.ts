import { ApiProblem } from '@/shared/api/client'
import { tried } from '@/shared/api/how'
import { resend } from '@/shared/api/resend'
import { dropDraft } from './drafts'
import { dropUnsent, unsentOf, type Unsent } from './unsent'

export interface Offer {
  unsent: Unsent
  /** Why the server would not write it any more. */
  refused?: string
}

interface Offered {
  offers: Offer[]
  /** In how many milliseconds to look again, for what another tab still sees to. */
  again: number | false
}

/** What is to be offered: what nobody sees to any more and what is not written yet, for the server is asked. */
export async function offered(subject: string, now = Date.now()): Promise<Offered> {
  const all = unsentOf(subject)
  const due = all.filter(({ until }) => until <= now)
  const offers = await Promise.all(due.map((unsent) => offer(subject, unsent)))
  const next = Math.min(...all.filter(({ until }) => until > now).map(({ until }) => until - now))
  return {
    offers: offers.filter((one) => one !== undefined),
    again: Number.isFinite(next) ? next + 500 : false,
  }
}

async function offer(subject: string, unsent: Unsent): Promise<Offer | undefined> {
  try {
    const { fact } = await resend(unsent, tried)
    if (fact.leaf < 0) return { unsent }
    // It arrived although nobody was there to hear it.
    dropUnsent(subject, unsent.id)
    if (unsent.form !== '') dropDraft(subject, unsent.form)
    return undefined
  } catch (error) {
    const refused = error instanceof ApiProblem && error.status !== 401 && error.status < 500
    return refused ? { unsent, refused: error.message } : { unsent }
  }
}
