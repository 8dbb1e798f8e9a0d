import { useParams, useSearch } from '@tanstack/react-router'

/** What the address of a contract's page may carry beside its path. */
export interface ContractSearch {
  /** The day or instant that the page is shown as known on. */
  asOf?: string
  /** The figure whose explanation is open beside the page. */
  explain?: string
  /** The step, requirement or result that a form is open on, and which form. */
  form?: FormName
  on?: string
}

const formNames = [
  ...(['update', 'done', 'move', 'verify', 'accept', 'return', 'result', 'assess', 'plan', 'give', 'make'] as const),
  ...(['ask', 'comment', 'answer', 'withdraw', 'approve', 'many'] as const),
]
export type FormName = (typeof formNames)[number]

/** A text of the address; the router reads digits as a number. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function readSearch(raw: Record<string, unknown>): ContractSearch {
  const search: ContractSearch = {}
  // What is no day is kept too: the page says so rather than show another day.
  const asOf = readText(raw.asOf)
  if (asOf !== undefined) search.asOf = asOf
  const explain = readText(raw.explain)
  if (explain !== undefined) search.explain = explain
  const form = formNames.find((name) => name === raw.form)
  if (form !== undefined) search.form = form
  const on = readText(raw.on)
  if (on !== undefined) search.on = on
  return search
}

export function useContractId(): string {
  return useParams({ strict: false }).contract ?? ''
}

export function useContractSearch(): ContractSearch {
  return useSearch({ strict: false })
}

/** The day that pages are shown as known on; nothing means now. */
export function useAsOf(): string | undefined {
  return useContractSearch().asOf
}

/** Changes a part of what the address carries; the page's own reader checks what comes of it. */
export function changed(change: Record<string, unknown>) {
  return (previous: object) => ({ ...previous, ...change }) as Record<string, never>
}
