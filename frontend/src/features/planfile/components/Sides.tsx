import { useId } from 'react'
import { useText } from '@/shared/text/useText'
import type { Change, Conflict } from '../api'

type Side = 'mine' | 'theirs'

interface Props {
  change: Change
  conflict: Conflict
  value: Side | undefined
  onChange: (side: Side) => void
}

/** Which counts where another fact came in after the file was made. */
export function Sides({ change, conflict, value, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const sides: Side[] = conflict.refused === '' ? ['mine', 'theirs'] : ['theirs']
  return (
    <fieldset className="choice">
      <legend className="form-label">
        {t('planfile.sides')}
        <span className="sr-only"> {change.name}</span>
      </legend>
      {conflict.refused === '' ? null : <p className="small">{t('planfile.refused', { why: conflict.refused })}</p>}
      <span className="choices">
        {sides.map((side) => (
          <label key={side} className="choice-option">
            <input type="radio" name={id} value={side} checked={value === side} onChange={() => onChange(side)} />
            <span>{t(`planfile.side.${side}`)}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
