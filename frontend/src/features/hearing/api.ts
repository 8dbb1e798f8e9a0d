import { answer, client } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'

export type HearingForm = components['schemas']['HearingForm']

export interface HearingLink {
  contract: string
  token: string
}

/** What is said, with the id and the salt that go along until it has arrived. */
export interface Reply {
  id: string
  salt: string
  text: string
}

export function hearingQuery(link: HearingLink) {
  return {
    queryKey: ['hearing', link.contract, link.token],
    queryFn: (): Promise<HearingForm> => answer(client.POST('/api/v1/hearings/form', { body: link })),
    retry: false,
  }
}

export function sendReply(link: HearingLink, reply: Reply) {
  return answer(client.POST('/api/v1/hearings', { body: { ...link, ...reply } }))
}
