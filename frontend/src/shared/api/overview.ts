import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from './client'
import { keys } from './keys'
import { askAgain } from './live'
import type { Overview } from './wire'

export function overviewQuery(contract: string, asOf: string | undefined) {
  return {
    queryKey: keys.overview(contract, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/overview', { params: { path: { contract }, query: { asOf } } }),
      )) as Overview,
    // Another person's fact appears by itself.
    refetchInterval: asOf === undefined ? askAgain : (false as const),
    placeholderData: keepPreviousData,
  }
}
