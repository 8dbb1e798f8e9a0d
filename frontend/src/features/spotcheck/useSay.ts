import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { say, type Place } from './api/spotchecks'

export interface Where {
  contract: string
  goal: string
  round: string
  day: string
}

interface Said {
  place: Place
  body: object
  expects?: string | undefined
  /** Where it speaks of another day than the one looked at. */
  day?: string | undefined
}

/** Says something of a round; the same id goes along until it has arrived. */
export function useSay({ contract, goal, round, day }: Where, onDone?: () => void) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const id = useRef(uuid7())
  const saying = useMutation({
    mutationFn: ({ place, body, expects, day: of }: Said) =>
      say(contract, goal, round, place, { ...body, id: id.current, day: of ?? day, ...(expects ? { expects } : {}) }),
    onSuccess: async (saved) => {
      id.current = uuid7()
      announce(t('form.saved', { what: saved.fact.sentence }))
      onDone?.()
      await Promise.all([client.invalidateQueries({ queryKey: keys.contract(contract) }), client.invalidateQueries({ queryKey: keys.work })])
    },
  })
  return {
    send: saying.mutate,
    busy: saying.isPending,
    error: saying.error,
    problem: saying.error instanceof ApiProblem ? saying.error.problem : undefined,
  }
}
