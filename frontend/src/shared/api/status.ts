import { answer, client } from './client'
import { keys } from './keys'

export const statusQuery = {
  queryKey: keys.status,
  queryFn: () => answer(client.GET('/api/v1/status')),
  staleTime: Infinity,
}
