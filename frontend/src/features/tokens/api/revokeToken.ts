import { answer, client } from '@/shared/api/client'
import type { TokenLine } from '../wire'

export async function revokeToken(token: string): Promise<TokenLine> {
  return answer(client.DELETE('/api/v1/tokens/{token}', { params: { path: { token } } }))
}
