import { api } from '@/shared/api/client'
import type { ResultReport, Saved } from '@/shared/api/wire'

export function reportResult(contract: string, requirement: string, body: ResultReport): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/requirements/{requirement}/results', {
    path: { contract, requirement },
    body,
  })
}
