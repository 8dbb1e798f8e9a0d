import { api } from '@/shared/api/client'
import type { AssessmentRequest, Saved } from '@/shared/api/wire'

export function assessGoal(contract: string, goal: string, body: AssessmentRequest): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/goals/{goal}/assessments', { path: { contract, goal }, body })
}
