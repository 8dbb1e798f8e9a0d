import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { LogList } from '@/shared/api/wire'
import type { Format } from '@/shared/list/ExportLinks'
import type { LogSearch } from './search'

export const pageLength = 50

/** The search as the server asks for it; the newest first unless another order is wanted. */
export function logQuery(search: LogSearch, asOf: string | undefined) {
  const { kind, person, goal, subject, text, dayFrom, dayTo, recordedFrom, recordedTo, sort = 'leaf', down = sort === 'leaf' } = search
  return {
    ...{ goal, subject, text, dayFrom, dayTo, recordedFrom, recordedTo },
    kind: kind === undefined ? undefined : [kind],
    actor: person,
    sort,
    newest: down,
    asOf,
  }
}

export function factsQuery(contract: string, search: LogSearch, asOf: string | undefined) {
  return {
    queryKey: keys.facts(contract, { ...search, asOf }),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/facts', {
          params: { path: { contract }, query: { ...logQuery(search, asOf), after: search.after, limit: pageLength } },
        }),
      )) as LogList,
    placeholderData: keepPreviousData,
  }
}

export function logTable(contract: string, search: LogSearch, asOf: string | undefined, format: Format) {
  return client.GET('/api/v1/contracts/{contract}/log/table', {
    params: { path: { contract }, query: { ...logQuery(search, asOf), format } },
    parseAs: 'blob',
  })
}
