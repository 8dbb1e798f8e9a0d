import { useMutation } from '@tanstack/react-query'
import { ApiProblem } from '@/shared/api/client'
import type { Problem } from '@/shared/api/wire'

export interface Sending<B> {
  send: (body: B) => void
  sending: boolean
  problem: Problem | undefined
  /** The server did not answer at all. */
  unreachable: boolean
}

/** Sends something that is no fact. The answer is handed over and kept nowhere. */
export function useSending<B, A>(call: (body: B) => Promise<A>, onDone: (answer: A) => void | Promise<void>): Sending<B> {
  const { mutate, isPending, error } = useMutation({ mutationFn: call, onSuccess: onDone, gcTime: 0 })
  return {
    send: (body) => mutate(body),
    sending: isPending,
    problem: error instanceof ApiProblem ? error.problem : undefined,
    unreachable: error !== null && !(error instanceof ApiProblem),
  }
}
