import { answer, client } from '@/shared/api/client'
import type { RowProof } from '@/shared/file/RowProofPart'
import type { Where } from '../useSay'

/** What shows that a drawn customer was on the list that the round draws from. */
export async function customerProof(where: Where, number: number, asOf: string | undefined): Promise<RowProof> {
  const { contract, goal, round } = where
  return answer(
    client.GET('/api/v1/contracts/{contract}/goals/{goal}/spotchecks/rounds/{round}/customers/{number}/proof', {
      params: { path: { contract, goal, round, number }, query: { asOf } },
    }),
  )
}
