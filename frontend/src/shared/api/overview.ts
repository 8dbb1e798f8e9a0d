import { keepPreviousData } from '@tanstack/react-query'
import { api } from './client'
import { keys } from './keys'
import type { Overview } from './wire'

export function overviewQuery(contract: string, asOf: string | undefined) {
  return {
    queryKey: keys.overview(contract, asOf),
    queryFn: () => api.get<Overview>('/contracts/{contract}/overview', { path: { contract }, query: { asOf } }),
    placeholderData: keepPreviousData,
  }
}
