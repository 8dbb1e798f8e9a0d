import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { WhatIf } from '@/shared/api/wire'

export function whatIfQuery(contract: string, set: string[], asOf: string | undefined) {
  return {
    queryKey: keys.whatIf(contract, set, asOf),
    queryFn: async (): Promise<WhatIf> =>
      answer(client.GET('/api/v1/contracts/{contract}/what-if', { params: { path: { contract }, query: { set, asOf } } })),
    placeholderData: keepPreviousData,
  }
}
