import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Sent } from '@/shared/api/how'
import { keys } from '@/shared/api/keys'
import type { Session } from '@/shared/api/wire'
import { dropUnsent, keepUnsent, leaveUnsent } from './unsent'
import { holdSeconds } from './useHold'

/** The ten seconds, and as long again for the server's answer. */
const seenTo = 2 * holdSeconds * 1000

interface Outgoing {
  /** Keeps what waits, should the tab be closed or the network be gone. */
  keep: (sent: Sent, what: string, form: string) => void
  /** It is written, or taken back. */
  drop: (id: string) => void
  /** It was not written, and its form is gone: the page offers it. */
  leave: (id: string) => void
}

/** What this person is about to save. */
export function useUnsent(): Outgoing {
  const client = useQueryClient()
  return useMemo(() => {
    const subject = () => client.getQueryData<Session>(keys.session)?.subject ?? ''
    return {
      keep: (sent, what, form) =>
        keepUnsent(subject(), { ...sent, what, form, id: idOf(sent), until: Date.now() + seenTo }),
      drop: (id) => dropUnsent(subject(), id),
      leave: (id) => {
        leaveUnsent(subject(), id)
        void client.invalidateQueries({ queryKey: keys.unsent })
      },
    }
  }, [client])
}

/** The id of the fact that a request would write. */
export function idOf({ body }: Sent): string {
  return (JSON.parse(body) as { id: string }).id
}
