import { readText } from '@/shared/route'

export type PeopleSort = 'name' | 'seen'

/** How the list of people is narrowed and ordered, as its address says. */
export interface PeopleSearch {
  text?: string
  sort?: PeopleSort
  down?: boolean
}

export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const search: PeopleSearch = {}
  const text = readText(raw.text)
  if (text !== undefined) search.text = text
  if (raw.sort === 'name' || raw.sort === 'seen') search.sort = raw.sort
  if (typeof raw.down === 'boolean') search.down = raw.down
  return search
}
