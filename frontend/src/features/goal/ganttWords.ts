import type { SafeDay, Step } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'
import type { Text } from '@/shared/text/useText'

/** A step in a sentence: its state, its dates, until when it is safe. */
export function stepWords(step: Step, safe: SafeDay | undefined, language: Language, t: Text): string {
  const day = (text: string) => longDay(text, language)
  const parts = [t(`item.${step.state}`).toLowerCase()]
  if (step.decides && step.due !== '') parts.push(t('gantt.due', { day: day(step.due) }))
  if (step.done !== '') parts.push(t('gantt.done', { day: day(step.done) }))
  else if (step.expected !== '' && step.expected !== step.planned) {
    parts.push(t('gantt.movedTo', { from: day(step.planned), to: day(step.expected) }))
  } else if (step.planned !== '' && !(step.decides && step.planned === step.due)) parts.push(t('gantt.planned', { day: day(step.planned) }))
  if (safe && safe.day !== '') parts.push(t('gantt.safeUntil', { day: day(safe.day) }))
  return `${step.title}: ${parts.join(', ')}`
}
