import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ExplanationPage } from '@/shared/api/wire'

export function explanationQuery(contract: string, figure: string, asOf: string | undefined) {
  return {
    queryKey: keys.explanation(contract, figure, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/explanation', {
          params: { path: { contract }, query: { figure, asOf } },
        }),
      )) as ExplanationPage,
    placeholderData: keepPreviousData,
  }
}
