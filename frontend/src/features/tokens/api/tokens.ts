import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** One's own tokens; everybody's for an administrator. */
export const tokensQuery = {
  queryKey: keys.tokens,
  queryFn: () => answer(client.GET('/api/v1/tokens')),
}
