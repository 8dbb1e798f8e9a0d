import { useId } from 'react'
import type { WhatIfSubject } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import type { Refusal } from '../refusals'
import { NumberHand } from './NumberHand'

interface Props {
  subject: WhatIfSubject
  refused: Refusal | undefined
  onSet: (value: string) => void
}

const stepValues = ['in-time', 'late', 'dropped'] as const

/** One result: what stands of it, and the field to set it by. */
export function SubjectRow({ subject, refused, onSet }: Props) {
  const { t, language } = useText()
  const id = useId()
  return (
    <li className={subject.set === '' ? 'whatif-row' : 'whatif-row set'}>
      <label htmlFor={id} className="whatif-name">
        {subject.under ? `${subject.under}: ${subject.title}` : subject.title}
        {subject.due ? <span className="why">{t('whatif.due', { due: longDay(subject.due, language) })}</span> : null}
      </label>
      <span className="whatif-now">
        {subject.now ? tidy(subject.now) : t('whatif.nothing')}
        {subject.decided ? <span className="tag">{t('whatif.decided')}</span> : null}
      </span>
      <Hand subject={subject} refused={refused} id={id} onSet={onSet} />
    </li>
  )
}

function Hand({ subject, refused, id, onSet }: Props & { id: string }) {
  const { t } = useText()
  if (subject.kind === 'month' || subject.kind === 'figure') {
    return <NumberHand id={id} value={subject.set} refused={refused} unit={subject.unit.trim()} whole={subject.kind === 'month'} onSet={onSet} />
  }
  const options: { value: string; label: string }[] =
    subject.kind === 'level'
      ? subject.levels.map((level) => ({ value: level.id, label: level.title }))
      : subject.kind === 'answer'
        ? [
            { value: 'yes', label: t('word.yes') },
            { value: 'no', label: t('word.no') },
          ]
        : stepOptions(subject.set, t)
  return (
    <select id={id} value={subject.set} onChange={(event) => onSet(event.target.value)}>
      <option value="">{t('whatif.unchanged')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** A date that somebody wrote into the address stays a choice. */
function stepOptions(set: string, t: ReturnType<typeof useText>['t']) {
  const options: { value: string; label: string }[] = stepValues.map((value) => ({ value, label: t(`whatif.step.${value}`) }))
  if (set !== '' && !options.some((option) => option.value === set)) {
    options.push({ value: set, label: t('whatif.step.done', { day: set }) })
  }
  return options
}
