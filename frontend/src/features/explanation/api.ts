import { keepPreviousData } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ExplanationPage } from '@/shared/api/wire'

export function explanationQuery(contract: string, figure: string, asOf: string | undefined) {
  return {
    queryKey: keys.explanation(contract, figure, asOf),
    queryFn: () =>
      api.get<ExplanationPage>('/contracts/{contract}/explanation', { path: { contract }, query: { figure, asOf } }),
    placeholderData: keepPreviousData,
  }
}
