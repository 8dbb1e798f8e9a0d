import type { Suggestions } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { StepAnswers } from './answers'
import { Offers } from './RequirementFields'

interface Props {
  steps: StepAnswers[]
  days: Suggestions['days']
  onChange: (steps: StepAnswers[]) => void
}

/** Dated milestones; the last one decides. */
export function StepsFields({ steps, days, onChange }: Props) {
  const { t, language } = useText()
  const set = (place: number, step: StepAnswers | undefined) =>
    onChange(steps.flatMap((one, i) => (i === place ? (step ? [step] : []) : [one])))
  return (
    <>
      {steps.length > 0 ? <p className="soft small">{t('paper.steps.last')}</p> : null}
      {steps.map((step, i) => (
        <div className="fields paper-frame" key={i}>
          <TextField label={t('paper.step.title')} value={step.title} onChange={(title) => set(i, { ...step, title })} />
          <TextField label={t('paper.step.due')} type="date" size="short" value={step.due} onChange={(due) => set(i, { ...step, due })} />
          <button type="button" className="linklike" onClick={() => set(i, undefined)}>
            {t('paper.step.remove', { title: step.title })}
          </button>
        </div>
      ))}
      <button type="button" className="button button-tertiary" onClick={() => onChange([...steps, { title: '', due: '', line: 0, words: '' }])}>
        {t('paper.step.add')}
      </button>
      <Offers
        label={t('paper.days.offers')}
        offers={days.map((one) => ({
          line: one.line,
          words: t(one.doubt ? 'paper.day.doubt' : 'paper.day', { words: one.words, day: longDay(one.day, language) }),
          take: () => onChange([...steps, { title: '', due: one.day, line: one.line, words: one.words }]),
        }))}
      />
    </>
  )
}
