import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { SaidWithdrawal, Saved } from '@/shared/api/wire'

export async function withdraw(contract: string, goal: string, question: string, body: SaidWithdrawal, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/questions/{question}/withdrawals', {
    params: { path: { contract, goal, question } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
