import { answer, client } from '@/shared/api/client'
import type { MadeToken, NewToken } from '../wire'

/** The answer alone holds the secret. */
export async function makeToken(body: NewToken): Promise<MadeToken> {
  return answer(client.POST('/api/v1/tokens', { body }))
}
