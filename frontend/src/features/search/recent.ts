/** A place that one went to from the palette. */
export interface Place {
  label: string
  address: string
}

const key = 'opfyldt.recent'
const most = 5

/** The places of this tab, the latest first; forgotten with the tab. */
export function recentPlaces(): Place[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, most) : []
  } catch {
    return []
  }
}

function isPlace(value: unknown): value is Place {
  const place = value as Partial<Place> | null
  return typeof place?.label === 'string' && typeof place.address === 'string' && place.address.startsWith('/')
}

export function rememberPlace(place: Place): void {
  const rest = recentPlaces().filter((one) => one.address !== place.address)
  try {
    sessionStorage.setItem(key, JSON.stringify([place, ...rest].slice(0, most)))
  } catch {
    // A browser that keeps nothing has no recent places.
  }
}
