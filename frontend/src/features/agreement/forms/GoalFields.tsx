import { useState } from 'react'
import type { ContractEdit, Outline } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { AreaField, TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { ChangeProps } from './fields'
import { PutIn } from './PutIn'
import { SelectField } from './SelectField'
import { typedRat } from './weights'

type Measure = 'deviation' | 'number'
type Bound = 'at-least' | 'at-most'

const empty = { replaces: '', title: '', text: '', measure: 'deviation' as Measure, bound: 'at-most' as Bound, value: '', unit: '' }

/** Another economic goal takes the place of one (rule F4): its number, weight and scale stay. */
export function GoalFields({ outline, onEdits, busy }: ChangeProps) {
  const { t } = useText()
  const [values, setValues] = useState(empty)
  const set = (changed: Partial<typeof empty>) => setValues({ ...values, ...changed })
  const goals = outline.goals.filter((goal) => goal.replaceable)
  const value = typedRat(values.value)
  const unit = values.measure === 'deviation' ? t('common.percent') : values.unit.trim()
  const edits: ContractEdit[] =
    values.replaces !== '' && values.title.trim() !== '' && value !== undefined && unit !== ''
      ? [
          {
            goal: {
              replaces: values.replaces,
              id: freeId(outline, values.replaces),
              title: values.title.trim(),
              text: values.text.trim(),
              measure: values.measure,
              bound: values.bound,
              value,
              unit,
              year: outline.year,
            },
          },
        ]
      : []
  if (goals.length === 0) return <p className="soft">{t('common.noneReplaceable')}</p>
  return (
    <div className="fields">
      <SelectField
        label={t('common.replaces')}
        hint={t('common.replacesHint')}
        none={t('common.choose')}
        value={values.replaces}
        options={goals.map((goal) => ({
          value: goal.id,
          label: t('agreement.goal', { number: goal.number, title: goal.title }),
        }))}
        onChange={(replaces) => set({ replaces })}
      />
      <TextField label={t('common.goalTitle')} value={values.title} onChange={(title) => set({ title })} />
      <AreaField label={t('common.goalText')} value={values.text} onChange={(text) => set({ text })} />
      <Choice
        label={t('common.measure')}
        value={values.measure}
        options={[
          { value: 'deviation', label: t('common.deviation') },
          { value: 'number', label: t('common.number') },
        ]}
        onChange={(measure) => set({ measure })}
      />
      {values.measure === 'number' ? (
        <TextField label={t('common.unit')} size="short" value={values.unit} onChange={(one) => set({ unit: one })} />
      ) : null}
      <Choice
        label={t('common.bound')}
        value={values.bound}
        options={[
          { value: 'at-most', label: t('common.atMost') },
          { value: 'at-least', label: t('common.atLeast') },
        ]}
        onChange={(bound) => set({ bound })}
      />
      <TextField
        label={t('common.targetValue', { year: outline.year })}
        numeric
        size="short"
        suffix={unit}
        value={values.value}
        error={values.value !== '' && value === undefined ? t('common.figure') : undefined}
        onChange={(next) => set({ value: next })}
      />
      <PutIn edits={edits} busy={busy} onEdits={onEdits} />
    </div>
  )
}

/** An id of the new goal's own: an id never changes its meaning. */
export function freeId(outline: Outline, replaces: string): string {
  for (let n = 2; ; n++) {
    const id = `${replaces}-${String(n)}`
    if (!outline.goals.some((goal) => goal.id === id)) return id
  }
}
