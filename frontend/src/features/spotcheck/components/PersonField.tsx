import { Field } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'

interface Props {
  label: string
  people: { subject: string; name: string }[]
  value: string
  error?: string | undefined
  onChange: (subject: string) => void
}

/** Somebody who can take part. */
export function PersonField({ label, people, value, error, onChange }: Props) {
  const { t } = useText()
  return (
    <Field label={label} error={error}>
      {(control) => (
        <select {...control} className="form-select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('spotcheck.choose')}</option>
          {people.map(({ subject, name }) => (
            <option key={subject} value={subject}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
