import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { silentSince } from '@/shared/offline/network'
import { uuid7 } from '@/shared/format/uuid'
import type { Where } from '../useSay'
import { dayOf } from './along'
import type { Typed, WrittenReview } from './queue'
import { write } from './store'
import { useTaken } from './useDevice'

type Said = Pick<Typed, 'expects' | 'clauses' | 'reason'>

/** Writes a review on the device, from where it is sent; for a round that was taken along. */
export function useWriting({ contract, goal, round, day }: Where, number: number, written: WrittenReview | undefined, onDone: () => void) {
  const { subject } = useSession()
  const client = useQueryClient()
  const taken = useTaken(contract, goal, round)
  const writing = useMutation({
    networkMode: 'always',
    mutationFn: (said: Said) => {
      const at = Date.now()
      const on = taken && silentSince() !== undefined ? dayOf(taken, at) : day
      return write({ ...said, id: uuid7(), subject, contract, goal, round, number, day: on, at })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.device })
      onDone()
    },
  })
  return { keeps: taken !== undefined || written !== undefined, write: writing.mutate, error: writing.error }
}
