import type { Figures, Measure } from '@/shared/api/wire'
import { formatOere, parseKroner } from '@/shared/format/money'
import type { Language } from '@/shared/text/language'

export type FigureName = 'timely' | 'total' | 'count' | 'satisfied' | 'answered' | 'budget' | 'spent' | 'yes' | 'value' | 'level' | Basis

/** What a result rests on, where the contract says how much it must be. */
export type Basis = 'asked' | 'restsOn' | 'of'

/** What each measure asks for, in the order in which one knows it. */
export const asked: Record<Measure, FigureName[]> = {
  milestones: [],
  timeliness: ['total', 'timely'],
  'monthly-count': ['count'],
  survey: ['answered', 'satisfied'],
  deviation: ['budget', 'spent'],
  'yes-no': ['yes'],
  number: ['value'],
  level: ['level'],
}

export type Typed = Partial<Record<FigureName, string>>

/** What was typed, as the server takes it; what is no number goes as it is, and the server says what it should be. */
export function toFigures(measure: Measure, basis: readonly Basis[], typed: Typed, month: string): Figures {
  const figures: Figures = {}
  if (measure === 'monthly-count') figures.month = month
  for (const name of [...asked[measure], ...basis]) {
    const text = (typed[name] ?? '').trim()
    if (text === '') continue
    if (name === 'yes') figures.yes = text === 'yes'
    else if (name === 'level') figures.level = text
    else if (name === 'value') figures.value = text.replace(',', '.')
    else if (name === 'budget' || name === 'spent') {
      const oere = parseKroner(text)
      figures[name] = oere ?? asTyped(text)
    } else {
      const digits = text.replace(/[\s.]/g, '')
      figures[name] = /^\d+$/.test(digits) ? Number(digits) : asTyped(text)
    }
  }
  return figures
}

function asTyped(text: string): number {
  return text as unknown as number
}

/** The figures of an earlier report, as one would type them. */
export function toTyped(figures: Figures, language: Language): Typed {
  const typed: Typed = {}
  for (const [name, value] of Object.entries(figures)) {
    if (name === 'month') continue
    if (name === 'budget' || name === 'spent') typed[name] = formatOere(Number(value), language)
    else if (name === 'yes') typed.yes = value === true ? 'yes' : 'no'
    else typed[name as FigureName] = String(value)
  }
  return typed
}
