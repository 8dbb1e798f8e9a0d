import type { Hit } from './wire'

/** Where a hit is read. */
export function addressOf(hit: Hit, asOf: string | undefined): string {
  const contract = `/c/${encodeURIComponent(hit.contract)}`
  switch (hit.kind) {
    case 'contract':
      return withSearch(contract, { asOf })
    case 'goal':
    case 'requirement':
      return withSearch(`${contract}/goals/${encodeURIComponent(hit.goal)}`, { asOf })
    case 'step':
      return withSearch(`${contract}/goals/${encodeURIComponent(hit.goal)}`, { asOf, explain: `step:${hit.key}` })
    case 'fact':
    case 'link':
      return withSearch(`${contract}/facts/${encodeURIComponent(hit.fact)}`, { asOf })
    case 'person':
      return withSearch(`${contract}/log`, { asOf, person: hit.key })
  }
}

export function withSearch(path: string, search: Record<string, string | undefined>): string {
  const wanted = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined) wanted.set(name, value)
  const text = wanted.toString()
  return text === '' ? path : `${path}?${text}`
}
