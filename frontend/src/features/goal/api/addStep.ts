import { answer, client } from '@/shared/api/client'
import type { Saved, StepAddition } from '@/shared/api/wire'

export async function addStep(contract: string, item: string, body: StepAddition): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/items/{item}/steps', {
    params: { path: { contract, item } },
    body,
  })
  return (await answer(call)) as Saved
}
