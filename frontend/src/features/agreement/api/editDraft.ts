import { answer, client } from '@/shared/api/client'
import type { ContractEdit } from '@/shared/api/wire'

/** Makes common changes in a draft's text; nothing is written. */
export async function editDraft(contract: string, source: string, edits: ContractEdit[]): Promise<string> {
  const edited = await answer(
    client.POST('/api/v1/contracts/{contract}/contract/edits', {
      params: { path: { contract } },
      body: { source, edits },
    }),
  )
  return edited.source
}
