import type { Session } from '@/shared/api/wire'
import { allOn, dropFrom, hasDevice, keepOn } from '@/shared/offline/device'
import { takenOn, type Taken } from '@/shared/offline/taken'
import { startWorker, stopWorker } from '@/shared/offline/worker'
import { say } from '../api/spotchecks'
import type { Customer, Round } from '../wire'
import { along, keyOf, without, type TakenRound } from './along'
import { kept, sendAll, writtenAt, type Stopped, type Typed, type WrittenReview } from './queue'

/** What nobody has sent for so long is given up, as drafts are. */
const longest = 14 * 24 * 3600 * 1000

export interface OnDevice {
  taken: Taken<TakenRound>[]
  written: WrittenReview[]
}

export const nothing: OnDevice = { taken: [], written: [] }

/** What a person has on this device. */
export async function onDevice(subject: string, now: number = Date.now()): Promise<OnDevice> {
  const taken = (await takenOn<TakenRound>(now)).filter(({ session }) => session.subject === subject)
  const all = await allOn<WrittenReview>('written')
  const old = all.filter(({ at }) => now - at > longest)
  if (old.length > 0) await dropFrom('written', ...old.map(({ id }) => id))
  return { taken, written: all.filter((one) => one.subject === subject && !old.includes(one)) }
}

export async function takeAlong(session: Session, contract: string, round: Round, customers: Customer[]): Promise<void> {
  await startWorker()
  const taken = along(session, contract, round, customers, Date.now())
  await keepOn('taken', taken.key, taken)
}

export async function putBack(subject: string, key: string): Promise<void> {
  await dropFrom('taken', key)
  await stopUnlessNeeded(subject)
}

/** Keeps a review until it has arrived, in the place of an earlier text of the same customer's. */
export async function write(typed: Typed): Promise<void> {
  const before = writtenAt((await onDevice(typed.subject)).written, typed)
  await replace(before, kept(typed, before))
}

export async function replace(before: WrittenReview | undefined, review: WrittenReview): Promise<void> {
  await keepOn('written', review.id, review)
  if (before && before.id !== review.id) await dropFrom('written', before.id)
}

/** Gives up what was written; the customer stays on the device. */
export async function discard({ subject, id }: WrittenReview): Promise<void> {
  await dropFrom('written', id)
  await stopUnlessNeeded(subject)
}

/** It has arrived: the customer is not needed on the device any more. */
export async function doneWith(review: WrittenReview): Promise<void> {
  const { subject, contract, goal, round, number } = review
  await dropFrom('written', review.id)
  const key = keyOf(subject, contract, goal, round)
  const taken = (await onDevice(subject)).taken.find((one) => one.key === key)
  const rest = taken && without(taken, number)
  if (rest) await keepOn('taken', key, rest)
  else if (taken) await dropFrom('taken', key)
  await stopUnlessNeeded(subject)
}

/** Whoever logs out leaves nothing behind on the machine. */
export async function leaveDevice(subject: string): Promise<void> {
  if (!hasDevice()) return
  const { taken, written } = await onDevice(subject)
  if (taken.length + written.length === 0) return
  await dropFrom('taken', ...taken.map(({ key }) => key))
  await dropFrom('written', ...written.map(({ id }) => id))
  await stopWorker()
}

async function stopUnlessNeeded(subject: string): Promise<void> {
  const { taken, written } = await onDevice(subject)
  if (taken.length + written.length === 0) await stopWorker()
}

/** Sends what a person wrote, in one tab at a time. */
export async function synchronise(subject: string): Promise<{ stopped: Stopped | undefined; sent: WrittenReview[] }> {
  return navigator.locks.request('opfyldt-reviews', async () => {
    const sent: WrittenReview[] = []
    const stopped = await sendAll((await onDevice(subject)).written, {
      send: ({ id, day, contract, goal, round, number, clauses, reason }, expects) =>
        say(contract, goal, round, `customers/${number}/verdicts`, {
          id, day, clauses, ...(expects ? { expects } : {}), ...(reason ? { reason } : {}),
        }),
      keep: (review) => keepOn('written', review.id, review),
      sent: async (review) => {
        sent.push(review)
        await doneWith(review)
      },
    })
    return { stopped, sent }
  })
}
