import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '@/shared/api/client'

export const queryClient = new QueryClient({
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
