import { answer, client } from '@/shared/api/client'
import type { Saved, ResultReport } from '@/shared/api/wire'

export async function reportResult(contract: string, requirement: string, body: ResultReport): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/results', {
    params: { path: { contract, requirement } },
    body,
  })
  return (await answer(call)) as Saved
}
