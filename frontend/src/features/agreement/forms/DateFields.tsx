import { useState } from 'react'
import type { ContractEdit } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { ChangeProps } from './fields'
import { PutIn } from './PutIn'
import { SelectField } from './SelectField'

/** Moves a step's agreed or planned date, or the day of a report. */
export function DateFields({ outline, onEdits, busy }: ChangeProps) {
  const { t, language } = useText()
  const [chosen, setChosen] = useState('')
  const [due, setDue] = useState('')
  const [planned, setPlanned] = useState('')
  const step = outline.steps.find((one) => `step/${one.id}` === chosen)
  const deadline = outline.deadlines.find((one) => `deadline/${one.id}` === chosen)
  const options = [
    ...outline.steps.map((one) => ({
      value: `step/${one.id}`,
      label: t('common.step', { number: one.number, title: one.title, day: longDay(one.due, language) }),
    })),
    ...outline.deadlines.map((one) => ({
      value: `deadline/${one.id}`,
      label: t('common.report', { title: one.title, day: longDay(one.due, language) }),
    })),
  ]
  const choose = (value: string) => {
    setChosen(value)
    const at = outline.steps.find((one) => `step/${one.id}` === value)
    setDue(at?.due ?? outline.deadlines.find((one) => `deadline/${one.id}` === value)?.due ?? '')
    setPlanned(at?.planned ?? '')
  }
  const edits = (): ContractEdit[] => {
    if (deadline) return [{ deadline: { id: deadline.id, due } }]
    if (!step) return []
    const moved = {
      ...(due === step.due ? {} : { due }),
      ...(planned === step.planned || planned === '' ? {} : { planned }),
    }
    return Object.keys(moved).length > 0 ? [{ step: { id: step.id, ...moved } }] : []
  }
  return (
    <div className="fields">
      <SelectField label={t('common.date')} none={t('common.choose')} value={chosen} options={options} onChange={choose} />
      {step || deadline ? (
        <TextField label={t('common.due')} type="date" size="short" value={due} onChange={setDue} />
      ) : null}
      {step ? (
        <TextField
          label={t('common.planned')}
          hint={t('common.plannedHint')}
          type="date"
          size="short"
          value={planned}
          onChange={setPlanned}
        />
      ) : null}
      <PutIn edits={edits()} busy={busy} onEdits={onEdits} />
    </div>
  )
}
