import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { SaidAnswer, Saved } from '@/shared/api/wire'

export async function answerQuestion(contract: string, goal: string, question: string, body: SaidAnswer, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/questions/{question}/answers', {
    params: { path: { contract, goal, question } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
