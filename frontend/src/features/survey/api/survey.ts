import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { SurveyPage } from '../wire'

export function surveyQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: keys.survey(contract, requirement, asOf),
    queryFn: async (): Promise<SurveyPage> =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/survey', {
          params: { path: { contract, requirement }, query: { asOf } },
        }),
      )) as SurveyPage,
  }
}
