import { Field, type FieldProps } from '@/shared/form/Field'

interface Props extends FieldProps {
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One of several, by their names. */
export function SelectField({ value, options, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="form-select" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
