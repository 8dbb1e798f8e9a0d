import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** Which role may do what. It comes with the program, so it is asked for once. */
export const tableQuery = {
  queryKey: keys.accessTable,
  queryFn: () => answer(client.GET('/api/v1/access/table')),
  staleTime: Infinity,
}
