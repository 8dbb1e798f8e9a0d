import { readSearch, readText, type ContractSearch } from '@/shared/route'

/** Which two versions are laid beside each other. */
export interface VersionsSearch extends ContractSearch {
  from?: number
  to?: number
}

export function readVersionsSearch(raw: Record<string, unknown>): VersionsSearch {
  const search: VersionsSearch = readSearch(raw)
  if (whole(raw.from)) search.from = raw.from
  if (whole(raw.to)) search.to = raw.to
  return search
}

function whole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** Of which contract another draft is written. */
export interface NewContractSearch {
  draft?: string
}

export function readNewContractSearch(raw: Record<string, unknown>): NewContractSearch {
  const draft = readText(raw.draft)
  return draft === undefined ? {} : { draft }
}
