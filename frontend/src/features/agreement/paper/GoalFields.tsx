import type { Suggestions } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { SelectField } from '../forms/SelectField'
import { newRequirement, type GoalAnswers } from './answers'
import { RequirementFields } from './RequirementFields'

interface Props {
  goal: GoalAnswers
  weighted: boolean
  found: Suggestions | undefined
  /** Without a goal it is taken away. */
  onChange: (goal: GoalAnswers | undefined) => void
}

const scales = ['yes-no', 'half', 'open'] as const

/** One goal of the paper. */
export function GoalFields({ goal, weighted, found, onChange }: Props) {
  const { t } = useText()
  const set = (changed: Partial<GoalAnswers>) => onChange({ ...goal, ...changed })
  return (
    <fieldset>
      <legend>
        {goal.number || goal.title ? t('agreement.goal', { number: goal.number, title: goal.title }) : t('paper.goal.new')}{' '}
        {goal.line > 0 ? <span className="soft small">{t('paper.line', { line: goal.line })}</span> : null}
      </legend>
      <div className="fields paper-frame">
        <TextField label={t('paper.goal.number')} size="short" value={goal.number} onChange={(number) => set({ number })} />
        <TextField label={t('paper.goal.title')} value={goal.title} onChange={(title) => set({ title })} />
        {weighted ? <TextField label={t('paper.goal.weight')} numeric size="short" value={goal.weight} onChange={(weight) => set({ weight })} /> : null}
        <SelectField
          label={t('paper.goal.scale')}
          value={goal.scale}
          none={t('paper.choose')}
          options={scales.map((scale) => ({ value: scale, label: t(`paper.scale.${scale}`) }))}
          onChange={(value) => set({ scale: scales.find((scale) => scale === value) ?? 'yes-no' })}
        />
        <TextField label={t('paper.goal.page')} size="short" value={goal.page} onChange={(page) => set({ page })} />
        <TextField label={t('paper.goal.table')} size="short" value={goal.table} onChange={(table) => set({ table })} />
      </div>
      {goal.requirements.length === 0 ? <p className="soft">{t('paper.goal.assessed')}</p> : null}
      {goal.requirements.map((one, i) => (
        <RequirementFields
          key={i}
          requirement={one}
          found={found}
          onChange={(changed) =>
            set({ requirements: goal.requirements.flatMap((other, k) => (k === i ? (changed ? [changed] : []) : [other])) })
          }
        />
      ))}
      <p className="button-row">
        <button
          type="button"
          className="button button-tertiary"
          onClick={() => set({ requirements: [...goal.requirements, newRequirement(goal.title)] })}
        >
          {t('paper.requirement.add')}
        </button>{' '}
        <button type="button" className="linklike" onClick={() => onChange(undefined)}>
          {t('paper.goal.remove', { number: goal.number })}
        </button>
      </p>
    </fieldset>
  )
}
