import { useId, type ReactNode } from 'react'

export interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
}

interface ControlProps {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** A label, what helps and what is wrong, tied to the control. */
export function Field({ label, hint, error, children }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'form-group form-error' : 'form-group'}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="form-error-message" id={`${id}-error`}>
          {error}
        </span>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

interface TextProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'date' | 'datetime-local' | 'url'
  /** Numbers get the number keyboard on a phone. */
  numeric?: boolean
  min?: string | undefined
  max?: string | undefined
  size?: 'short' | 'wide'
  suffix?: string
}

export function TextField({ value, onChange, type = 'text', numeric, min, max, size = 'wide', suffix, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(control) => (
        <span className="with-suffix">
          <input
            {...control}
            className={size === 'short' ? 'form-input short' : 'form-input'}
            type={type}
            inputMode={numeric ? 'decimal' : undefined}
            min={min}
            max={max}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {suffix ? <span className="soft">{suffix}</span> : null}
        </span>
      )}
    </Field>
  )
}

interface AreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
}

export function AreaField({ value, onChange, ...field }: AreaProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea {...control} className="form-input" rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}
