import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

export function comparisonQuery(contract: string, from: number, to: number) {
  return {
    queryKey: keys.comparison(contract, from, to),
    queryFn: () =>
      answer(
        client.GET('/api/v1/contracts/{contract}/contract/comparison', {
          params: { path: { contract }, query: { from, to } },
        }),
      ),
    placeholderData: keepPreviousData,
  }
}
