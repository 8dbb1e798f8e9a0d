import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'

/** Whom a question about the contract can be put to. */
export function peopleQuery(contract: string) {
  return {
    queryKey: keys.askable(contract),
    queryFn: async () =>
      (await answer(client.GET('/api/v1/contracts/{contract}/people', { params: { path: { contract } } }))).people,
  }
}
