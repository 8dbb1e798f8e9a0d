import type { Plan } from './wire'

export type Method = 'detection' | 'number' | 'all'
export type Selection = '' | 'volume'
export type Allocation = 'proportional' | 'equal' | 'given'

/** A plan as it is typed. */
export interface Typed {
  name: string
  title: string
  question: string
  clauses: { title: string; evidence: string }[]
  method: Method
  /** In percent. */
  confidence: string
  /** Whether a share or a number is to be detected. */
  by: 'share' | 'design'
  share: string
  design: string
  accept: string
  size: string
  /** By which chances: the same for each, or in proportion to their volume. */
  selection: Selection
  column: string
  only: string
  allocation: Allocation
  sizes: Record<string, string>
  source: 'people' | 'public'
  one: string
  two: string
  announced: string
  at: string
  follows: string
}

const fresh: Typed = {
  name: '', title: '', question: '', clauses: [{ title: '', evidence: '' }],
  method: 'detection', confidence: '95', by: 'share', share: '5', design: '', accept: '0', size: '', selection: '',
  column: '', only: '', allocation: 'proportional', sizes: {},
  source: 'people', one: '', two: '', announced: '', at: '', follows: '',
}

/** What the form begins with: nothing, or the plan that is changed. */
export function begun(plan?: Plan, name = ''): Typed {
  if (!plan) return { ...fresh }
  return {
    ...fresh,
    name,
    title: plan.title,
    question: plan.question,
    clauses: plan.checklist.map(({ title, evidence = '' }) => ({ title, evidence })),
    method: plan.method,
    confidence: percentOf(plan.confidence ?? ''),
    by: plan.share || !plan.design ? 'share' : 'design',
    share: plan.share ? percentOf(plan.share) : '',
    design: plan.design ? String(plan.design) : '',
    accept: String(plan.accept ?? 0),
    size: plan.method === 'number' ? String(plan.size ?? '') : '',
    selection: plan.selection ?? '',
    column: plan.column ?? '',
    only: plan.only ?? '',
    allocation: plan.allocation || 'proportional',
    sizes: Object.fromEntries((plan.shares ?? []).map(({ stratum, size }) => [stratum, String(size)])),
    source: plan.source,
    one: plan.people?.[0]?.subject ?? '',
    two: plan.people?.[1]?.subject ?? '',
    announced: plan.announced ?? '',
    at: plan.at ? localOf(plan.at) : '',
    follows: plan.follows ?? '',
  }
}

/** What the size rests on, as it is sent; what is no number the server refuses at its field. */
export function sizingOf(typed: Typed) {
  const detects = typed.method === 'detection'
  const volume = typed.selection === 'volume' && typed.method !== 'all'
  const column = !volume && (typed.column !== '' || typed.method === 'all')
  const byShare = volume || typed.by === 'share'
  return {
    method: typed.method,
    confidence: hundredth(typed.confidence),
    ...(detects && byShare ? { share: hundredth(typed.share) } : {}),
    ...(detects && !byShare ? { design: whole(typed.design) } : {}),
    ...(detects ? { accept: whole(typed.accept) } : {}),
    ...(typed.method === 'number' ? { size: whole(typed.size) } : {}),
    ...(volume ? { selection: 'volume' as const } : {}),
    ...(column ? { column: typed.column } : {}),
    ...(typed.method === 'all' ? { only: typed.only } : {}),
    ...(column && typed.method !== 'all' ? { allocation: typed.allocation } : {}),
    ...(column && typed.method !== 'all' && typed.allocation === 'given'
      ? { shares: Object.entries(typed.sizes).map(([stratum, size]) => ({ stratum, population: 0, size: whole(size) })) }
      : {}),
  }
}

/** The plan as it is sent. */
export function planOf(typed: Typed, population: string) {
  return {
    title: typed.title,
    question: typed.question,
    population,
    checklist: typed.clauses.filter(({ title, evidence }) => title.trim() || evidence.trim()).map((clause, i) => ({ id: String(i), ...clause })),
    ...sizingOf(typed),
    source: typed.source,
    ...(typed.source === 'people'
      ? { people: [typed.one, typed.two].map((subject) => ({ subject, name: '' })) }
      : { announced: typed.announced, ...(instantOf(typed.at) ? { at: instantOf(typed.at) } : {}) }),
    ...(typed.follows ? { follows: typed.follows } : {}),
  }
}

/** "45" as a number; nothing is 0, and what is no whole number is refused where it is judged. */
export function whole(text: string): number {
  const typed = text.trim()
  if (typed === '') return 0
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

/** "97,5" percent as an exact decimal: 0.975, never by floating point. */
export function hundredth(percent: string): string {
  const match = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(percent.trim())
  if (!match) return percent.trim() || '0'
  const digits = (match[1] ?? '').padStart(3, '0')
  return `${Number(digits.slice(0, 1))}.${digits.slice(1)}${match[2] ?? ''}`
}

/** 0.975 as it is typed in percent, digit by digit: "97.5". */
export function percentOf(share: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(share)
  if (!match) return ''
  const decimals = (match[2] ?? '').padEnd(2, '0')
  const rest = decimals.slice(2).replace(/0+$/, '')
  return String(Number((match[1] ?? '') + decimals.slice(0, 2))) + (rest ? `.${rest}` : '')
}

/** 0.975 as people read it: "97,5 %". */
export function percent(share: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(Number(share))
}

/** A typed day and time, where the browser is, as an instant; nothing where it is none. */
function instantOf(local: string): string | undefined {
  const at = new Date(local)
  return local === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** An instant as the field takes it. */
function localOf(instant: string): string {
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
