import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { noting, parting, type How, type Sent } from '@/shared/api/how'
import { keys } from '@/shared/api/keys'
import type { Problem, Saved } from '@/shared/api/wire'
import { useContractSearch } from '@/shared/route'
import { useAnnounce } from '@/shared/ui/announce'
import { useText } from '@/shared/text/useText'
import { freePlace, holdPlace, type Place } from './places'
import type { DraftForm } from './useDraft'
import { useHold, type Held } from './useHold'
import { useUnsent } from './useUnsent'

export interface Saving<B> {
  send: (body: B) => void
  sending: boolean
  problem: Problem | undefined
  /** The server did not answer at all. */
  unreachable: boolean
  /** What waits out its ten seconds. */
  held: Held | undefined
  /** Where the form stands, if in the address. */
  place: Place | undefined
  /** Gives up what was begun, and closes. */
  leave: () => void
}

interface Options<B> {
  contract: string
  draft: Pick<DraftForm<object>, 'form' | 'id' | 'clear'>
  save: (body: B, how?: How) => Promise<Saved>
  /** Asks the server first, then waits ten seconds; for what people slip at. */
  hold?: boolean
  /** The form is done with: written, or given up. */
  onClose: (answer?: Saved) => void
}

/** Sends one form's fact; what it touches on the pages is fetched anew. */
export function useSaving<B>({ contract, draft, save, hold: holds = false, onClose }: Options<B>): Saving<B> {
  const client = useQueryClient()
  const announce = useAnnounce()
  const { t } = useText()
  const hold = useHold()
  const unsent = useUnsent()
  const place = usePlace()
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      if (place) freePlace(place)
    }
  }, [place])
  const forget = () => {
    unsent.drop(draft.id)
    draft.clear()
  }
  const saved = async (answer: Saved) => {
    forget()
    if (here.current) onClose(answer)
    announce(t('form.saved', { what: answer.fact.sentence }))
    await Promise.all([
      client.invalidateQueries({ queryKey: keys.contract(contract) }),
      client.invalidateQueries({ queryKey: keys.work }),
    ])
  }
  const saving = useMutation({
    mutationFn: ({ body, how }: { body: B; how?: How }) => save(body, how),
    onSuccess: saved,
    onError: (failed) => {
      if (here.current) {
        // A refusal stands in the form; what did not arrive is kept beside it too.
        if (failed instanceof ApiProblem && failed.status !== 401) unsent.drop(draft.id)
        return
      }
      announce(t('form.notSaved'))
      unsent.leave(draft.id)
    },
  })
  const trying = useMutation({
    mutationFn: async (body: B) => {
      let asked: Sent | undefined
      const answer = await save(body, noting((sent) => (asked = sent)))
      return { answer, asked }
    },
    onSuccess: async ({ answer, asked }, body) => {
      // Sent before, and the answer was lost on the way.
      if (answer.fact.leaf >= 0) return saved(answer)
      if (asked) unsent.keep(asked, answer.fact.sentence, draft.form)
      hold.begin(
        [answer.fact.sentence],
        (leaving) => saving.mutate(leaving && small(body) ? { body, how: parting } : { body }),
        () => unsent.drop(draft.id),
      )
    },
  })
  const error = saving.error ?? trying.error
  return {
    send: (body) => {
      saving.reset()
      // Another form may be opened meanwhile.
      if (place) holdPlace(place)
      if (holds) trying.mutate(body)
      else saving.mutate({ body })
    },
    sending: saving.isPending || trying.isPending,
    problem: error instanceof ApiProblem ? error.problem : undefined,
    unreachable: error !== null && !(error instanceof ApiProblem),
    held: hold.held,
    place,
    leave: () => {
      forget()
      onClose()
    },
  }
}

/** Where the form stood in the address when it was opened. */
function usePlace(): Place | undefined {
  const { form, on } = useContractSearch()
  return useState(() => (form !== undefined && on !== undefined ? { form, on } : undefined))[0]
}

/** Browsers take 64 KiB along when a page is left. */
function small(body: unknown): boolean {
  return JSON.stringify(body).length < 16_000
}

/** What the server says of one field: "note", "figures.timely". */
export function fault(problem: Problem | undefined, field: string): string | undefined {
  return problem?.errors?.find(({ location }) => location === `body.${field}` || location === field)?.message
}
