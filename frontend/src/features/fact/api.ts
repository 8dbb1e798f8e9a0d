import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { FactPage } from '@/shared/api/wire'

export function factQuery(contract: string, fact: string, asOf: string | undefined) {
  return {
    queryKey: keys.fact(contract, fact, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/facts/{fact}', { params: { path: { contract, fact }, query: { asOf } } }),
      )) as FactPage,
  }
}
