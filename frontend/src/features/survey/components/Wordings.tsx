import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { Wording } from '../api/own'

interface Props {
  label: string
  value: Wording
  errors: [string | undefined, string | undefined]
  onChange: (value: Wording) => void
}

/** A text in both languages that people are asked in. */
export function Wordings({ label, value, errors, onChange }: Props) {
  const { t } = useText()
  return (
    <div className="pair-of">
      <TextField label={t('survey.inDanish', { what: label })} value={value.da} error={errors[0]} onChange={(da) => onChange({ ...value, da })} />
      <TextField label={t('survey.inEnglish', { what: label })} value={value.en} error={errors[1]} onChange={(en) => onChange({ ...value, en })} />
    </div>
  )
}
