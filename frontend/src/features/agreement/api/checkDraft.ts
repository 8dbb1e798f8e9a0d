import { answer, client } from '@/shared/api/client'
import type { Checked } from '@/shared/api/wire'

/** What is wrong with a draft and what it changes; nothing is written. */
export function checkDraft(contract: string, source: string, signal: AbortSignal): Promise<Checked> {
  return answer(
    client.POST('/api/v1/contracts/{contract}/contract/check', {
      params: { path: { contract } },
      body: { source },
      signal,
    }),
  )
}
