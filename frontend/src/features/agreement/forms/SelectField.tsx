import { Field, type FieldProps } from '@/shared/form/Field'

interface Props extends FieldProps {
  value: string
  options: { value: string; label: string }[]
  /** What stands there before anything is chosen. */
  none: string
  onChange: (value: string) => void
}

/** One of many. */
export function SelectField({ value, options, none, onChange, ...field }: Props) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="form-select" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
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
