import { useId } from 'react'
import type { FieldProps } from './Field'

interface Props<T extends string> extends FieldProps {
  value: T | ''
  options: { value: T; label: string }[]
  onChange: (value: T) => void
}

/** One of a few, all in view. */
export function Choice<T extends string>({ label, hint, error, value, options, onChange }: Props<T>) {
  const id = useId()
  return (
    <fieldset className={error ? 'form-group form-error choice' : 'form-group choice'} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="form-label">{label}</legend>
      {hint ? <span className="form-hint">{hint}</span> : null}
      {error ? (
        <span className="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
      <span className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
