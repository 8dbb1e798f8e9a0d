import { answer, client } from './client'
import { keys } from './keys'
import type { components } from './schema'

export type CasesAhead = components['schemas']['CasesAhead']

/** What lies ahead of a requirement's cases. */
export function casesAheadQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: keys.cases(contract, requirement, { ahead: true, asOf }),
    queryFn: async (): Promise<CasesAhead> =>
      answer(
        client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/cases/ahead', {
          params: { path: { contract, requirement }, query: { asOf } },
        }),
      ),
  }
}
