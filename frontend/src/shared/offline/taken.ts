import type { Session } from '@/shared/api/wire'
import { allOn, dropFrom } from './device'

/** Something that was taken along, and who took it. */
export interface Taken<T = unknown> {
  key: string
  session: Session
  /** When, and until when it may stay, in milliseconds. */
  at: number
  until: number
  what: T
}

/** What is on the device; what is too old goes. */
export async function takenOn<T>(now: number = Date.now()): Promise<Taken<T>[]> {
  const all = await allOn<Taken<T>>('taken')
  const old = all.filter(({ until }) => until <= now)
  if (old.length > 0) await dropFrom('taken', ...old.map(({ key }) => key))
  return all.filter(({ until }) => until > now)
}

/** Who took something along on this device last: their pages open without network. */
export async function takersSession(): Promise<Session | undefined> {
  const all = await takenOn().catch(() => [])
  return all.toSorted((a, b) => b.at - a.at)[0]?.session
}

/** Somebody is logged in: what others took along on this device goes. */
export async function leaveOthers(subject: string): Promise<void> {
  const others = (await takenOn()).filter(({ session }) => session.subject !== subject)
  if (others.length > 0) await dropFrom('taken', ...others.map(({ key }) => key))
}
