import { keepPreviousData } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { ContractText } from '@/shared/api/wire'

export function textQuery(contract: string, asOf: string | undefined) {
  return {
    queryKey: keys.text(contract, asOf),
    queryFn: () => api.get<ContractText>('/contracts/{contract}/contract', { path: { contract }, query: { asOf } }),
    placeholderData: keepPreviousData,
  }
}
