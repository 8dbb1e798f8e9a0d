import { answer, client } from '@/shared/api/client'
import type { How } from '@/shared/api/how'
import type { Saved, ResultReport } from '@/shared/api/wire'

export async function reportResult(contract: string, requirement: string, body: ResultReport, how: How = {}): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/results', {
    params: { path: { contract, requirement } },
    body,
    ...how,
  })
  return (await answer(call)) as Saved
}
