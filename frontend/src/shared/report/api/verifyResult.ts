import { answer, client } from '@/shared/api/client'
import type { Saved, ResultVerification } from '@/shared/api/wire'

export async function verifyResult(contract: string, requirement: string, body: ResultVerification): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/verifications', {
    params: { path: { contract, requirement } },
    body,
  })
  return (await answer(call)) as Saved
}
