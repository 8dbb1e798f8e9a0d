import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem, isProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Whoever is refused for want of a session is told so at once.
    onError: (error) => {
      if (isProblem(error, 401)) void queryClient.invalidateQueries({ queryKey: keys.session })
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Whether the network is there is for the request to find out; waiting in silence helps nobody.
      networkMode: 'always',
      // A refusal is an answer; only a server that does not answer is asked again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiProblem) || error.status >= 500),
    },
  },
})
