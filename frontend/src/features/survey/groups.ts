import type { Text } from '@/shared/text/useText'
import type { GroupView, SurveyView } from './wire'

/** A piece of a bar: one answer of one group, from and to in percent of those who answered, nought where the satisfied begin. */
export interface Piece {
  group: string
  answer: string
  count: number
  share: number
  from: number
  to: number
}

/** The place of the answer in the middle of an odd scale that is not satisfied; -1 where there is none. */
export function middleOf(view: SurveyView): number {
  const { values, satisfied } = view.scale
  const middle = (values.length - 1) / 2
  return Number.isInteger(middle) && !satisfied.includes(values[middle] ?? '') ? middle : -1
}

/** Lays a group's answers out around the middle. */
export function piecesOf(view: SurveyView, name: string, group: GroupView): Piece[] {
  const { values, satisfied } = view.scale
  const total = group.counts.reduce((sum, count) => sum + count, 0)
  if (group.hidden || total === 0) return []
  const middle = middleOf(view)
  const left = values.reduce((sum, value, i) => {
    const count = group.counts[i] ?? 0
    return i === middle ? sum + count / 2 : satisfied.includes(value) ? sum : sum + count
  }, 0)
  let before = -left
  return values.map((answer, i) => {
    const count = group.counts[i] ?? 0
    const from = before
    before += count
    return { group: name, answer, count, share: count / total, from: (100 * from) / total, to: (100 * before) / total }
  })
}

/** A question's name, with what marks the overall one. */
export function questionName(question: { title: string; overall: boolean }, t: Text): string {
  return question.overall ? `${question.title} (${t('survey.overall')})` : question.title
}
