import { useId } from 'react'
import type { FieldProps } from './Field'

interface Props extends FieldProps {
  value: string[]
  options: { value: string; label: string }[]
  onChange: (value: string[]) => void
}

/** Some of a few, all in view. */
export function Checks({ label, hint, error, value, options, onChange }: Props) {
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
      <span className="choices even">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input
              type="checkbox"
              value={option.value}
              checked={value.includes(option.value)}
              onChange={(event) =>
                // In the options' order, whatever the order of ticking.
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === option.value ? event.target.checked : value.includes(one))),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
