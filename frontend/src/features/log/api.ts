import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { FactList } from '@/shared/api/wire'

interface Filter {
  kind: string | undefined
  after: number | undefined
  asOf: string | undefined
}

export function factsQuery(contract: string, filter: Filter) {
  return {
    queryKey: keys.facts(contract, filter),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/facts', {
          params: { path: { contract }, query: { ...filter, kind: filter.kind === undefined ? undefined : [filter.kind], limit: 50, newest: true } },
        }),
      )) as FactList,
    placeholderData: keepPreviousData,
  }
}
