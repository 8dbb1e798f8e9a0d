import type { Sent } from '@/shared/api/how'
import { draftsUnder, dropDraft, keepDraft } from './drafts'

// What somebody chose to save and what is not known to have arrived: kept among
// their drafts from the moment it waits until the server has said that it is written.

export interface Unsent extends Sent {
  /** The fact's id. */
  id: string
  /** What it says, in words. */
  what: string
  /** The form's own draft, which goes with it. */
  form: string
  /** Until then whoever sent it still sees to it, as an instant in milliseconds. */
  until: number
}

const name = (id: string) => `unsent/${id}`

export function keepUnsent(subject: string, unsent: Unsent): void {
  keepDraft(subject, name(unsent.id), { id: unsent.id, seen: '', values: unsent, at: Date.now() })
}

export function dropUnsent(subject: string, id: string): void {
  dropDraft(subject, name(id))
}

/** Nobody sees to it any more: it is offered at once. */
export function leaveUnsent(subject: string, id: string): void {
  for (const unsent of unsentOf(subject)) if (unsent.id === id) keepUnsent(subject, { ...unsent, until: 0 })
}

/** All of them, the oldest first. */
export function unsentOf(subject: string): Unsent[] {
  return draftsUnder<Unsent>(subject, 'unsent/')
    .map(({ values }) => values)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
