import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { FreeText } from '../wire'

export function textsQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: [...keys.survey(contract, requirement, asOf), 'texts'],
    queryFn: async (): Promise<FreeText[]> =>
      (
        await answer(
          client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/survey/texts', {
            params: { path: { contract, requirement }, query: { asOf } },
          }),
        )
      ).texts,
  }
}
