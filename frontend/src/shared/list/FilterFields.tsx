import { useEffect, useId, useState } from 'react'
import { holdsPersonNumber } from '@/shared/text/personNumber'
import { useText } from '@/shared/text/useText'

/** How long typing rests before the list follows. */
const pause = 300

interface FieldProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** One of a list's values, or all. */
export function FilterChoice({
  label,
  value,
  onChange,
  all,
  options,
}: FieldProps & { all: string; options: { value: string; label: string }[] }) {
  const id = useId()
  return (
    <p className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}

/** A day that a stretch begins or ends with. */
export function FilterDay({ label, value, onChange }: FieldProps) {
  const id = useId()
  return (
    <p className="filter-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)} />
    </p>
  )
}

/** A text to look for; the list follows when typing rests. A person number stays in the field. */
export function FilterText({ label, value, onChange }: FieldProps) {
  const { t } = useText()
  const id = useId()
  const asked = value ?? ''
  const [typed, setTyped] = useState(asked)
  const [sent, setSent] = useState(asked)
  const [shown, setShown] = useState(asked)
  const refused = holdsPersonNumber(typed)
  // The address changed past the field: by a link, or by the way back.
  if (asked !== shown) {
    setShown(asked)
    if (asked !== sent) {
      setSent(asked)
      setTyped(asked)
    }
  }
  useEffect(() => {
    const text = typed.trim()
    if (text === sent || refused) return
    const timer = setTimeout(() => {
      setSent(text)
      onChange(text || undefined)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, sent, refused, onChange])
  return (
    <p className="filter-field wide-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        maxLength={200}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-refused` : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {refused ? (
        <span id={`${id}-refused`} className="form-error-message" role="alert">
          {t('search.personNumber')}
        </span>
      ) : null}
    </p>
  )
}
