import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { Saved, ResultVerification } from '@/shared/api/wire'

export async function verifyResult(contract: string, requirement: string, body: ResultVerification, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/verifications', {
    params: { path: { contract, requirement } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
