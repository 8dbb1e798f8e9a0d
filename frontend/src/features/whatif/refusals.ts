import { ApiProblem } from '@/shared/api/client'

/** What an address sets and the server refuses: the value as it was typed, and why. */
export interface Refusal {
  value: string
  message: string
}

/** The refused sets by their subject; empty where the error is of another kind. */
export function refusals(error: unknown, set: string[]): Map<string, Refusal> {
  const refused = new Map<string, Refusal>()
  if (!(error instanceof ApiProblem)) return refused
  for (const { location, message } of error.problem.errors ?? []) {
    const one = set[Number(/^query\.set\[(\d+)\]$/.exec(location)?.[1] ?? NaN)]
    if (one === undefined) continue
    const [key = '', value = ''] = split(one)
    refused.set(key, { value, message })
  }
  return refused
}

/** The sets that are not refused. */
export function fit(set: string[], refused: ReadonlyMap<string, Refusal>): string[] {
  return set.filter((one) => !refused.has(split(one)[0] ?? ''))
}

function split(one: string): string[] {
  const at = one.indexOf('=')
  return [one.slice(0, at), one.slice(at + 1)]
}
