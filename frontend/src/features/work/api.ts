import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { LogList } from '@/shared/api/wire'

const most = 20

/** The newest facts of a contract. */
export function newsQuery(contract: string) {
  const query = { newest: true, limit: most }
  return {
    queryKey: keys.facts(contract, query),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/facts', { params: { path: { contract }, query } }),
      )) as LogList,
  }
}
