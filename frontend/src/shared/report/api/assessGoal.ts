import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { Saved, GoalAssessment } from '@/shared/api/wire'

export async function assessGoal(contract: string, goal: string, body: GoalAssessment, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/assessments', {
    params: { path: { contract, goal } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
