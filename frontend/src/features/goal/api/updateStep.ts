import { api } from '@/shared/api/client'
import type { Saved, StepUpdate } from '@/shared/api/wire'

export function updateStep(contract: string, step: string, body: StepUpdate): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/steps/{step}/updates', { path: { contract, step }, body })
}
