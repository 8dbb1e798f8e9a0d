import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** The minutes in which a token was used, newest first. */
export function tokenUsesQuery(token: string) {
  return {
    queryKey: keys.tokenUses(token),
    queryFn: () => answer(client.GET('/api/v1/tokens/{token}/uses', { params: { path: { token } } })),
  }
}
