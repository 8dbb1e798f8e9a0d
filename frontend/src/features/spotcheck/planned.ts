/** A plan as it is typed. */
export interface Typed {
  name: string
  title: string
  question: string
  /** A clause a line; behind a bar, what shows that it is kept. */
  clauses: string
  /** In percent. */
  confidence: string
  share: string
  column: string
  one: string
  two: string
}

/** The plan as it is sent; what is no number the server refuses at its field. */
export function planOf(typed: Typed, population: string) {
  return {
    title: typed.title,
    question: typed.question,
    population,
    checklist: typed.clauses
      .split('\n')
      .map((line) => line.split('|').map((part) => part.trim()))
      .filter(([title]) => title)
      .map(([title = '', evidence = '']) => ({ title, evidence })),
    method: 'detection',
    confidence: hundredth(typed.confidence),
    share: hundredth(typed.share),
    ...(typed.column ? { column: typed.column, allocation: 'proportional' } : {}),
    source: 'people',
    people: [{ subject: typed.one }, { subject: typed.two }],
  }
}

/** "97,5" percent as an exact decimal: 0.975, never by floating point. */
export function hundredth(percent: string): string {
  const match = /^(\d{1,3})(?:[.,](\d{1,6}))?$/.exec(percent.trim())
  if (!match) return percent.trim() || '0'
  const whole = (match[1] ?? '').padStart(3, '0')
  return `${Number(whole.slice(0, 1))}.${whole.slice(1)}${match[2] ?? ''}`
}

/** 0.975 as people read it: "97,5 %". */
export function percent(share: string, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(Number(share))
}
