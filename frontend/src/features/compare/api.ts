import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { SideBySide } from '@/shared/api/wire'

export function sideBySideQuery(contract: string, left: string, right: string, asOf: string | undefined) {
  return {
    queryKey: keys.sideBySide(contract, left, right, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/side-by-side', { params: { path: { contract }, query: { left, right, asOf } } }),
      )) as SideBySide,
    placeholderData: keepPreviousData,
  }
}
