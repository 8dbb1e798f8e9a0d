import { useQuery } from '@tanstack/react-query'
import { answer, client, isProblem } from './client'
import { keys } from './keys'
import type { Session } from './wire'

/** Who is logged in; null when nobody is. */
export function sessionQuery() {
  return {
    queryKey: keys.session,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await answer(client.GET('/api/v1/session'))
      } catch (error) {
        if (isProblem(error, 401)) return null
        throw error
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
