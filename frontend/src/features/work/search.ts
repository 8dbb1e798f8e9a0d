import { readSearch, type ContractSearch } from '@/shared/route'
import { groups, type Group } from './acts'

export interface WorkSearch extends ContractSearch {
  /** Only these lines. */
  only?: Group
}

export function readWorkSearch(raw: Record<string, unknown>): WorkSearch {
  const search: WorkSearch = readSearch(raw)
  const only = groups.find((group) => group === raw.only)
  if (only !== undefined) search.only = only
  return search
}
