import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { Saved, StepUpdate } from '@/shared/api/wire'

export async function updateStep(contract: string, step: string, body: StepUpdate, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/steps/{step}/updates', {
    params: { path: { contract, step } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
