import { answer, client } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Saved } from '@/shared/api/wire'

type Sent = components['schemas']['SentFile']

export async function importSurvey(contract: string, requirement: string, body: Sent): Promise<Saved> {
  return (await answer(
    client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/survey/results', {
      params: { path: { contract, requirement } },
      body,
    }),
  )) as Saved
}
