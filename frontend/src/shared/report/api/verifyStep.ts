import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { Saved, StepVerification } from '@/shared/api/wire'

export async function verifyStep(contract: string, step: string, body: StepVerification, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/steps/{step}/verifications', {
    params: { path: { contract, step } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
