import { answer, client } from '@/shared/api/client'
import type { NewGrant } from '@/shared/api/wire'

export function grant(body: NewGrant) {
  return answer(client.POST('/api/v1/access/grants', { body }))
}
