/** What the address sets by hand, each as "kind:subject=value". */
export interface WhatIfSearch {
  set?: string[]
}

const most = 400

export function readWhatIfSearch(raw: Record<string, unknown>): WhatIfSearch {
  const given: unknown[] = Array.isArray(raw.set) ? raw.set : typeof raw.set === 'string' ? [raw.set] : []
  const set = given.filter((one): one is string => typeof one === 'string' && /^[a-z]+:[^=]+=.+$/.test(one)).slice(0, most)
  return set.length > 0 ? { set } : {}
}

/** The sets with one subject set otherwise; empty takes it back. */
export function withSet(set: string[], key: string, value: string): string[] | undefined {
  const others = set.filter((one) => !one.startsWith(`${key}=`))
  const next = value === '' ? others : [...others, `${key}=${value}`]
  return next.length > 0 ? next : undefined
}

/** A number as it is typed in either language, as the address takes it; undefined where it is none. */
export function readNumber(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.')
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? text : undefined
}
