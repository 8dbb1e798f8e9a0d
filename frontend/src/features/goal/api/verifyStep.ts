import { api } from '@/shared/api/client'
import type { Saved, VerificationRequest } from '@/shared/api/wire'

export function verifyStep(contract: string, step: string, body: VerificationRequest): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/steps/{step}/verifications', { path: { contract, step }, body })
}
