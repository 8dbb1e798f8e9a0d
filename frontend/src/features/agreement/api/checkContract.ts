import { answer, client } from '@/shared/api/client'
import type { NewChecked } from '@/shared/api/wire'

/** What is wrong with a new contract's file; nothing is written. */
export function checkContract(source: string, signal: AbortSignal): Promise<NewChecked> {
  return answer(client.POST('/api/v1/contract-checks', { body: { source }, signal }))
}
