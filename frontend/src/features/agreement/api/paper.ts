import { answer, client } from '@/shared/api/client'
import type { DraftContract, Suggestions } from '@/shared/api/wire'

/** What a paper's text suggests; from is the contract's first day, or empty. */
export function suggestContract({ text, from }: { text: string; from: string }): Promise<Suggestions> {
  return answer(client.POST('/api/v1/contract-suggestions', { body: { text, from } }))
}

/** A contract's file from answers; nothing is written. */
export async function draftContract(body: DraftContract): Promise<string> {
  return (await answer(client.POST('/api/v1/contract-drafts', { body }))).source
}
