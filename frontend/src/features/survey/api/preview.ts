import { answer, client } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Preview } from '../wire'

type Sent = components['schemas']['AnswersLook']

/** What a file would say; nothing is written. */
export async function previewSurvey(contract: string, requirement: string, body: Sent): Promise<Preview> {
  return answer(
    client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/survey/preview', {
      params: { path: { contract, requirement } },
      body,
    }),
  )
}
