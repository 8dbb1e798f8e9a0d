import { answer, client } from '@/shared/api/client'
import type { AmendmentProposal, Saved } from '@/shared/api/wire'

export async function proposeAmendment(contract: string, body: AmendmentProposal): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/amendments', { params: { path: { contract } }, body })
  return (await answer(call)) as Saved
}
