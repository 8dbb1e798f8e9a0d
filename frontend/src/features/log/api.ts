import { keepPreviousData } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { FactsPage } from '@/shared/api/wire'

interface Filter {
  kind: string | undefined
  after: number | undefined
  asOf: string | undefined
}

export function factsQuery(contract: string, filter: Filter) {
  return {
    queryKey: keys.facts(contract, filter),
    queryFn: () =>
      api.get<FactsPage>('/contracts/{contract}/facts', { path: { contract }, query: { ...filter, limit: 50 } }),
    placeholderData: keepPreviousData,
  }
}
