import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

export function textQuery(contract: string, asOf: string | undefined) {
  return {
    queryKey: keys.text(contract, asOf),
    queryFn: () =>
      answer(
        client.GET('/api/v1/contracts/{contract}/contract', { params: { path: { contract }, query: { asOf } } }),
      ),
    placeholderData: keepPreviousData,
  }
}
