import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

export const tableQuery = {
  queryKey: keys.accessTable,
  queryFn: () => answer(client.GET('/api/v1/access/table')),
  staleTime: Infinity,
}
