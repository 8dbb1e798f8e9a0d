import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Problem, Saved } from '@/shared/api/wire'
import { useAnnounce } from '@/shared/ui/announce'
import { useText } from '@/shared/text/useText'

interface Saving<B> {
  send: (body: B) => void
  sending: boolean
  problem: Problem | undefined
  /** The server did not answer at all. */
  unreachable: boolean
}

/** Sends one form's fact; what it touches on the pages is fetched anew. */
export function useSaving<B>(contract: string, save: (body: B) => Promise<Saved>, onSaved: () => void): Saving<B> {
  const client = useQueryClient()
  const announce = useAnnounce()
  const { t } = useText()
  const mutation = useMutation({
    mutationFn: save,
    onSuccess: async (saved) => {
      onSaved()
      announce(t('form.saved', { what: saved.fact.sentence }))
      await client.invalidateQueries({ queryKey: keys.contract(contract) })
    },
  })
  const { error } = mutation
  return {
    send: (body) => mutation.mutate(body),
    sending: mutation.isPending,
    problem: error instanceof ApiProblem ? error.problem : undefined,
    unreachable: error !== null && !(error instanceof ApiProblem),
  }
}

/** What the server says of one field: "note", "figures.timely". */
export function fault(problem: Problem | undefined, field: string): string | undefined {
  return problem?.errors?.find(({ location }) => location === `body.${field}` || location === field)?.message
}
