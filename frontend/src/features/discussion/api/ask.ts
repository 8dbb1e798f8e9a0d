import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { SaidQuestion, Saved } from '@/shared/api/wire'

export async function ask(contract: string, goal: string, body: SaidQuestion, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/questions', {
    params: { path: { contract, goal } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
