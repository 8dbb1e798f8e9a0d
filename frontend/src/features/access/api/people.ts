import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** Everybody who has logged in or tried to. */
export const peopleQuery = {
  queryKey: keys.people,
  queryFn: () => answer(client.GET('/api/v1/access/people')),
}
