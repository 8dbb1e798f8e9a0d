import type { NewPlan, OwnSurvey, Wording } from './api/own'

/** A plan as it is typed. */
export interface Typed {
  title: string
  questions: Wording[]
  overall: number
  scale: Wording[]
  dontKnow: Wording
  remark: Wording
  closes: string
  size: string
}

const empty: Wording = { da: '', en: '' }

/** What the form begins with: one question, and the contract's scale. */
export function begun(own: OwnSurvey): Typed {
  return {
    title: own.plan?.title ?? '',
    questions: own.plan?.questions.map(({ title }) => title) ?? [empty],
    overall: Math.max(0, own.plan?.questions.findIndex(({ overall }) => overall) ?? 0),
    scale: own.plan?.scale ?? own.scale,
    dontKnow: own.plan?.dontKnow ?? own.dontKnow ?? empty,
    remark: own.plan?.remark ?? empty,
    closes: '',
    size: '',
  }
}

/** The plan without a question; the overall one stays the same question. */
export function without(typed: Typed, place: number): Typed {
  const overall = typed.overall > place || typed.overall === typed.questions.length - 1 ? Math.max(0, typed.overall - 1) : typed.overall
  return { ...typed, questions: typed.questions.filter((_, i) => i !== place), overall }
}

/** The plan as the server takes it. */
export function planOf(typed: Typed): Omit<NewPlan, 'name' | 'content' | 'id' | 'day' | 'expects'> {
  const said = (wording: Wording) => wording.da !== '' || wording.en !== ''
  return {
    title: typed.title,
    questions: typed.questions.map((title, i) => ({ title, overall: i === typed.overall })),
    ...(typed.scale.length > 0 ? { scale: typed.scale } : {}),
    ...(said(typed.dontKnow) ? { dontKnow: typed.dontKnow } : {}),
    ...(said(typed.remark) ? { remark: typed.remark } : {}),
    closes: typed.closes,
    size: Number(typed.size.replace(/[. ]/g, '')) || 0,
  }
}
