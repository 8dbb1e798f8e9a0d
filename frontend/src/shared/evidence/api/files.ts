import { queryOptions } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { KeptFile } from '@/shared/api/wire'

/** The files behind a contract's facts, the newest first. */
export function filesQuery(contract: string, asOf: string | undefined) {
  return queryOptions({
    queryKey: keys.files(contract, asOf),
    queryFn: async ({ signal }) => {
      const call = client.GET('/api/v1/contracts/{contract}/evidence', {
        params: { path: { contract }, query: asOf === undefined ? {} : { asOf } },
        signal,
      })
      return (await answer(call)).files as KeptFile[]
    },
  })
}

/** Where a file's content is to be had. */
export function fileAddress(contract: string, file: string): string {
  return `/api/v1/contracts/${encodeURIComponent(contract)}/evidence/${encodeURIComponent(file)}`
}
