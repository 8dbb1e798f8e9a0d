import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { SaidComment, Saved } from '@/shared/api/wire'

export async function comment(contract: string, goal: string, body: SaidComment, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/comments', {
    params: { path: { contract, goal } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
