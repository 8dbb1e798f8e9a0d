import { answer, client } from '@/shared/api/client'
import type { NextYear } from '@/shared/api/wire'

/** The file for the year after a contract's; nothing is written. */
export function nextYear(contract: string): Promise<NextYear> {
  return answer(client.GET('/api/v1/contracts/{contract}/contract/next', { params: { path: { contract } } }))
}
