import { answer, client } from '@/shared/api/client'
import type { Grant, NewGrant } from '../wire'

/** Gives or takes back; the same id sent again is written once. */
export async function addGrant(body: NewGrant): Promise<Grant> {
  return answer(client.POST('/api/v1/access/grants', { body }))
}
