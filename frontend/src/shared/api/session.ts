import { useQuery, type QueryClient } from '@tanstack/react-query'
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
        return await answer(client.GET('/api/v1/session'))
      } catch (error) {
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
