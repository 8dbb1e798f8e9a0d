import { useCallback, useState } from 'react'
import { uuid7 } from '@/shared/format/uuid'

interface Draft<V> {
  id: string
  seen: string
  values: V
}

interface DraftForm<V> {
  /** The id of the fact to be; the same however often it is sent. */
  id: string
  /** The newest fact when the form was opened; a newer one is a conflict to be shown. */
  seen: string
  values: V
  set: (changed: Partial<V>) => void
  /** Forgets the draft, once it is saved or given up. */
  clear: () => void
  /** True when the text was kept from before. */
  restored: boolean
}

const prefix = 'opfyldt.draft.'

function read<V extends object>(key: string): Draft<V> | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null') as Draft<V> | null
    return kept !== null && typeof kept.id === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

/** A form's text, kept in the tab until it is saved: a login in between loses nothing. */
export function useDraft<V extends object>(key: string, newest: string, initial: () => V): DraftForm<V> {
  const [restored] = useState(() => read<V>(key) !== undefined)
  const [draft, setDraft] = useState<Draft<V>>(() => {
    const kept = read<V>(key)
    return kept ? { ...kept, values: { ...initial(), ...kept.values } } : { id: uuid7(), seen: newest, values: initial() }
  })
  const set = useCallback(
    (changed: Partial<V>) =>
      setDraft((before) => {
        const after = { ...before, values: { ...before.values, ...changed } }
        sessionStorage.setItem(prefix + key, JSON.stringify(after))
        return after
      }),
    [key],
  )
  const clear = useCallback(() => sessionStorage.removeItem(prefix + key), [key])
  return { ...draft, set, clear, restored }
}
