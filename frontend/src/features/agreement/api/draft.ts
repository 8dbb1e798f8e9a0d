import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ContractProposal, DraftPage, Saved, UnsignedContract } from '@/shared/api/wire'

/** Contracts that their parties have not both signed. */
export function unsignedQuery() {
  return {
    queryKey: keys.unsigned,
    queryFn: async () => (await answer(client.GET('/api/v1/unsigned-contracts'))).contracts as UnsignedContract[],
  }
}

/** A contract's draft, and who has signed it. */
export function draftQuery(contract: string, asOf?: string) {
  return {
    queryKey: keys.draft(contract, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/draft', { params: { path: { contract }, query: { asOf } } }),
      )) as DraftPage,
  }
}

/** Puts a draft before its parties. */
export async function proposeContract(contract: string, body: ContractProposal): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/draft', { params: { path: { contract } }, body })
  return (await answer(call)) as Saved
}
