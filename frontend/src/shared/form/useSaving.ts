import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { parting, tried, type How } from '@/shared/api/how'
import { keys } from '@/shared/api/keys'
import type { Problem, Saved } from '@/shared/api/wire'
import { useAnnounce } from '@/shared/ui/announce'
import { useText } from '@/shared/text/useText'
import { useHold, type Held } from './useHold'

interface Saving<B> {
  send: (body: B) => void
  sending: boolean
  problem: Problem | undefined
  /** The server did not answer at all. */
  unreachable: boolean
  /** What waits out its ten seconds. */
  held: Held | undefined
}

interface Options {
  /** Asks the server first, then waits ten seconds; for what people slip at. */
  hold?: boolean
  /** Forgets the draft once it is saved, whether or not the form is still there. */
  forget?: () => void
}

/** Sends one form's fact; what it touches on the pages is fetched anew. */
export function useSaving<B>(
  contract: string,
  save: (body: B, how?: How) => Promise<Saved>,
  onSaved: () => void,
  { hold: holds = false, forget }: Options = {},
): Saving<B> {
  const client = useQueryClient()
  const announce = useAnnounce()
  const { t } = useText()
  const hold = useHold()
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const saved = async (answer: Saved) => {
    forget?.()
    if (here.current || forget === undefined) onSaved()
    announce(t('form.saved', { what: answer.fact.sentence }))
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.contract(contract) }),
      client.invalidateQueries({ queryKey: keys.work }),
    ])
  }
  const saving = useMutation({
    mutationFn: ({ body, how }: { body: B; how?: How }) => save(body, how),
    onSuccess: saved,
    onError: () => {
      if (!here.current) announce(t('form.notSaved'))
    },
  })
  const trying = useMutation({
    mutationFn: (body: B) => save(body, tried),
    onSuccess: async (answer, body) => {
      // Sent before, and the answer was lost on the way.
      if (answer.fact.leaf >= 0) await saved(answer)
      else {
        hold.begin([answer.fact.sentence], (leaving) =>
          saving.mutate(leaving && small(body) ? { body, how: parting } : { body }),
        )
      }
    },
  })
  const error = saving.error ?? trying.error
  return {
    send: (body) => {
      saving.reset()
      if (holds) trying.mutate(body)
      else saving.mutate({ body })
    },
    sending: saving.isPending || trying.isPending,
    problem: error instanceof ApiProblem ? error.problem : undefined,
    unreachable: error !== null && !(error instanceof ApiProblem),
    held: hold.held,
  }
}

/** Browsers take 64 KiB along when a page is left. */
function small(body: unknown): boolean {
  return JSON.stringify(body).length < 16_000
}

/** What the server says of one field: "note", "figures.timely". */
export function fault(problem: Problem | undefined, field: string): string | undefined {
  return problem?.errors?.find(({ location }) => location === `body.${field}` || location === field)?.message
}
