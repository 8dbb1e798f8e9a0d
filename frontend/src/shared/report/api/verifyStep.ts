import { answer, client } from '@/shared/api/client'
import type { Saved, StepVerification } from '@/shared/api/wire'

export async function verifyStep(contract: string, step: string, body: StepVerification): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/steps/{step}/verifications', {
    params: { path: { contract, step } },
    body,
  })
  return (await answer(call)) as Saved
}
