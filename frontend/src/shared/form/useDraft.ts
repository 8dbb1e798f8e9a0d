import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { keys } from '@/shared/api/keys'
import type { Session } from '@/shared/api/wire'
import { uuid7 } from '@/shared/format/uuid'
import { dropDraft, keepDraft, readDraft, type Draft } from './drafts'

/** A text that was kept from before. */
export interface Restored {
  /** When it was last written in, as an instant. */
  at: string
  /** Begins anew instead. */
  discard: () => void
}

export interface DraftForm<V> {
  /** What the draft is kept under. */
  form: string
  /** The id of the fact to be; the same however often it is sent. */
  id: string
  /** The newest fact when the form was opened; a newer one is a conflict to be shown. */
  seen: string
  values: V
  set: (changed: Partial<V>) => void
  /** Forgets the draft, once it is saved or given up. */
  clear: () => void
  restored: Restored | undefined
}

/** A form's text, kept in the browser until it is saved: a login in between, or a closed tab, loses nothing. */
export function useDraft<V extends object>(key: string, newest: string, initial: () => V): DraftForm<V> {
  const subject = useQueryClient().getQueryData<Session>(keys.session)?.subject ?? ''
  const fresh = (): Draft<V> => ({ id: uuid7(), seen: newest, values: initial(), at: Date.now() })
  const [restored, setRestored] = useState(() => readDraft<V>(subject, key)?.at)
  const [draft, setDraft] = useState<Draft<V>>(() => {
    const kept = readDraft<V>(subject, key)
    return kept ? { ...kept, values: { ...initial(), ...kept.values } } : fresh()
  })
  const set = useCallback(
    (changed: Partial<V>) =>
      setDraft((before) => {
        const after = { ...before, values: { ...before.values, ...changed }, at: Date.now() }
        keepDraft(subject, key, after)
        return after
      }),
    [subject, key],
  )
  const clear = useCallback(() => dropDraft(subject, key), [subject, key])
  const discard = () => {
    clear()
    setRestored(undefined)
    setDraft(fresh())
  }
  const { id, seen, values } = draft
  return {
    form: key,
    id,
    seen,
    values,
    set,
    clear,
    restored: restored === undefined ? undefined : { at: new Date(restored).toISOString(), discard },
  }
}
