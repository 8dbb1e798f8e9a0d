import { readText } from '@/shared/route'
import { holdsPersonNumber } from '@/shared/text/personNumber'
import type { HitKind } from './wire'

/** What is searched for, as the address says. */
export interface SearchSearch {
  q?: string
  kind?: HitKind
  asOf?: string
}

export const hitKinds: HitKind[] = ['contract', 'goal', 'requirement', 'step', 'fact', 'link', 'person']

export function readSearchSearch(raw: Record<string, unknown>): SearchSearch {
  const search: SearchSearch = {}
  const q = readText(raw.q)
  if (q !== undefined && !holdsPersonNumber(q)) search.q = q
  const kind = hitKinds.find((one) => one === raw.kind)
  if (kind !== undefined) search.kind = kind
  if (typeof raw.asOf === 'string' && /^\d{4}-\d{2}-\d{2}/.test(raw.asOf)) search.asOf = raw.asOf
  return search
}
