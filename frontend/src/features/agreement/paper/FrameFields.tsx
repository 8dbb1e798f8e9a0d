import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { SelectField } from '../forms/SelectField'
import type { Answers } from './answers'

interface Props {
  answers: Answers
  onChange: (changed: Partial<Answers>) => void
}

const kinds = ['percent', 'points', 'fractions', 'money', 'none'] as const

/** What every contract has once. */
export function FrameFields({ answers, onChange }: Props) {
  const { t } = useText()
  const text = (key: 'id' | 'title' | 'agency' | 'department') => (
    <TextField label={t(`paper.${key}`)} hint={key === 'id' ? t('paper.id.hint') : undefined} value={answers[key]} onChange={(value) => onChange({ [key]: value })} />
  )
  const day = (key: 'signed' | 'from' | 'to') => (
    <TextField label={t(`paper.${key}`)} type="date" size="short" value={answers[key]} onChange={(value) => onChange({ [key]: value })} />
  )
  return (
    <div className="fields paper-frame">
      {text('id')}
      {text('title')}
      {text('agency')}
      {text('department')}
      {day('from')}
      {day('to')}
      {day('signed')}
      <SelectField
        label={t('paper.language')}
        value={answers.language}
        none={t('paper.choose')}
        options={[
          { value: 'da', label: t('paper.language.da') },
          { value: 'en', label: t('paper.language.en') },
        ]}
        onChange={(value) => onChange({ language: value === 'en' ? 'en' : 'da' })}
      />
      <SelectField
        label={t('paper.weights')}
        value={answers.weights}
        none={t('paper.choose')}
        options={kinds.map((kind) => ({ value: kind, label: t(`paper.weights.${kind}`) }))}
        onChange={(value) => onChange({ weights: kinds.find((kind) => kind === value) ?? 'percent' })}
      />
      {answers.weights === 'none' ? null : (
        <TextField label={t('paper.sum')} numeric size="short" value={answers.sum} onChange={(sum) => onChange({ sum })} />
      )}
    </div>
  )
}
