import type { Overview } from '@/shared/api/wire'
import { spokenDay } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'
import { capital, inWords } from '@/shared/text/number'
import type { Text } from '@/shared/text/useText'

/** Where the contract stands, in sentences made from the scorecard. */
export function standing(page: Overview, language: Language, t: Text): string {
  const { counts } = page
  const decided = counts.goals - counts.open
  const all = inWords(counts.goals, t)
  const sentences: string[] = []
  if (decided === 0) sentences.push(t('overview.noneDecided'))
  else if (counts.open === 0) sentences.push(t('overview.allDecided', { all }))
  else sentences.push(t('overview.decided', { words: capital(inWords(decided, t)), all }))
  if (counts.notKept > 0) {
    const words = capital(inWords(counts.notKept, t))
    sentences.push(counts.open === 0 ? t('overview.notKeptDecided', { words }) : t('overview.notKept', { words }))
  }
  if (counts.late > 0) {
    sentences.push(t('overview.lateSteps', { count: counts.late, words: capital(inWords(counts.late, t)) }))
  }
  const figures = page.overdue.filter((one) => one.step === '').length
  if (figures > 0) {
    sentences.push(t('overview.lateFigures', { count: figures, words: capital(inWords(figures, t)) }))
  }
  const next = page.nextDeadline
  if (next?.due) {
    const when = spokenDay(next.due, page.asOf.day, language, t)
    const n = Math.ceil(Number(next.to.slice(5, 7)) / 3)
    sentences.push(
      next.kind === 'quarterly' ? t('overview.deadlineQuarter', { n, when }) : t('overview.deadline', { title: next.title, when }),
    )
  }
  return sentences.join(' ')
}
