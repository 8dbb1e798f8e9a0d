import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** The postings behind the account, of a line and a month where they are named. */
export function postingsQuery(contract: string, requirement: string, by: { line: string; month: string }, asOf: string | undefined) {
  return {
    queryKey: [...keys.budget(contract, requirement, asOf), 'postings', by.line, by.month],
    queryFn: () =>
      answer(
        client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/budget/postings', {
          params: { path: { contract, requirement }, query: { asOf, line: by.line || undefined, month: by.month || undefined } },
        }),
      ),
  }
}

/** A posting's row with the proof that it is among those of the newest import. */
export async function postingProof(contract: string, requirement: string, reference: string, asOf: string | undefined) {
  return await answer(
    client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/budget/postings/proof', {
      params: { path: { contract, requirement }, query: { asOf, reference } },
    }),
  )
}
