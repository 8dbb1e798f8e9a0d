import { answer, client } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'

export type AnswerForm = components['schemas']['AnswerForm']
export type Wording = components['schemas']['Wording']
export type Reply = components['schemas']['SurveyReply']

export interface OneTimeLink {
  contract: string
  token: string
}

export function formQuery(link: OneTimeLink) {
  return {
    queryKey: ['answer', link.contract, link.token],
    queryFn: (): Promise<AnswerForm> => answer(client.POST('/api/v1/answers/form', { body: link })),
    retry: false,
  }
}

export function sendAnswer(link: OneTimeLink, reply: Reply) {
  return answer(client.POST('/api/v1/answers', { body: { ...link, reply } }))
}
