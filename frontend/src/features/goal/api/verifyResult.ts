import { api } from '@/shared/api/client'
import type { Saved, VerificationRequest } from '@/shared/api/wire'

export interface ResultVerification extends VerificationRequest {
  subject: string
}

export function verifyResult(contract: string, requirement: string, body: ResultVerification): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/requirements/{requirement}/verifications', {
    path: { contract, requirement },
    body,
  })
}
