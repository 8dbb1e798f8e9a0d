import { readText } from '@/shared/route'

export type ContractSort = 'agency' | 'facts' | 'last' | 'signed'

/** How the list of contracts is narrowed and ordered, as its address says. */
export interface AdminSearch {
  text?: string
  sort?: ContractSort
  down?: boolean
}

const sorts = ['agency', 'facts', 'last', 'signed'] as const

export function readAdminSearch(raw: Record<string, unknown>): AdminSearch {
  const search: AdminSearch = {}
  const text = readText(raw.text)
  if (text !== undefined) search.text = text
  const sort = sorts.find((one) => one === raw.sort)
  if (sort !== undefined) search.sort = sort
  if (typeof raw.down === 'boolean') search.down = raw.down
  return search
}
