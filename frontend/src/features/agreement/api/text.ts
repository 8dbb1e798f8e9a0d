import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ContractPage } from '@/shared/api/wire'

export function textQuery(contract: string, asOf: string | undefined) {
  return {
    queryKey: keys.text(contract, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/contract', { params: { path: { contract }, query: { asOf } } }),
      )) as ContractPage,
    placeholderData: keepPreviousData,
  }
}

/** Where a version's file is fetched. */
export function fileAddress(contract: string, version: number): string {
  return `/api/v1/contracts/${encodeURIComponent(contract)}/contract/versions/${String(version)}`
}
