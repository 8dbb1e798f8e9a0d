import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** What administrators gave and took back, oldest first. */
export const grantsQuery = {
  queryKey: keys.grants,
  queryFn: () => answer(client.GET('/api/v1/access/grants')),
}
