import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { AmendmentPage } from '@/shared/api/wire'

export function amendmentQuery(contract: string, amendment: string, asOf: string | undefined) {
  return {
    queryKey: keys.amendment(contract, amendment, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/amendments/{amendment}', {
          params: { path: { contract, amendment }, query: { asOf } },
        }),
      )) as AmendmentPage,
  }
}
