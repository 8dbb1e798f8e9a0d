import { useQuery, type QueryClient } from '@tanstack/react-query'
import { leaveOthers, takersSession } from '@/shared/offline/taken'
import { answer, client, isProblem } from './client'
import { keys } from './keys'
import type { Session } from './wire'

/** Who is logged in; once they are no more, the pages stay with what they wrote until they log in again. */
export interface Here extends Session {
  expired?: true
}

/** Null when nobody is logged in. */
export function sessionQuery() {
  return {
    queryKey: keys.session,
    queryFn: async ({ client: pages }: { client: QueryClient }): Promise<Here | null> => {
      try {
        const here = await answer(client.GET('/api/v1/session'))
        await leaveOthers(here.subject).catch(() => undefined)
        return here
      } catch (error) {
        // Nobody answers: the pages open for whoever took something along.
        const taker = error instanceof TypeError && !pages.getQueryData(keys.session) ? await takersSession() : undefined
        if (taker) return taker
        if (!isProblem(error, 401)) throw error
        const before = pages.getQueryData<Here | null>(keys.session)
        return before ? { ...before, expired: true } : null
      }
    },
    staleTime: 60_000,
  }
}

/** The session on pages that only exist for someone logged in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery())
  if (!data) throw new Error('no session on a page that needs one')
  return data
}
