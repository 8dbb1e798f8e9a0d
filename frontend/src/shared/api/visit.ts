import { answer, client } from './client'
import { keys } from './keys'
import type { Fact } from './wire'

/** Says that one looks, and hears since when there is news. A look again, or a new fact, says it anew. */
export function visitQuery(contract: string, enabled: boolean) {
  return {
    queryKey: keys.visit(contract),
    queryFn: () => answer(client.POST('/api/v1/contracts/{contract}/visits', { params: { path: { contract } } })),
    enabled,
  }
}

const most = 200

/** The facts from a leaf on, the newest first. */
export function newsQuery(contract: string, leaf: number | undefined) {
  return {
    queryKey: keys.facts(contract, { from: leaf }),
    queryFn: async () => {
      const query = { after: (leaf ?? 0) - 1, limit: most }
      const list = await answer(client.GET('/api/v1/contracts/{contract}/facts', { params: { path: { contract }, query } }))
      return { facts: (list.facts as Fact[]).toReversed(), more: list.next !== null }
    },
    enabled: leaf !== undefined,
  }
}
