import { useId } from 'react'
import type { Day } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

interface Props {
  label: string
  side: string
  versions: number
  today: Day
  onChoose: (side: string) => void
}

/** A side: now, a day, or a version of the contract. */
export function SideChoice({ label, side, versions, today, onChoose }: Props) {
  const { t } = useText()
  const id = useId()
  const isDay = /^\d/.test(side)
  return (
    <fieldset className="side-choice">
      <legend>{label}</legend>
      <select
        id={id}
        aria-label={label}
        value={isDay ? 'day' : side}
        onChange={(event) => onChoose(event.target.value === 'day' ? today : event.target.value)}
      >
        <option value="now">{t('compare.now')}</option>
        <option value="day">{t('compare.day')}</option>
        {Array.from({ length: versions }, (_, n) => (
          <option key={n} value={`v${n + 1}`}>
            {t('compare.version', { version: n + 1 })}
          </option>
        ))}
      </select>
      {isDay ? (
        <input
          type="date"
          aria-label={t('compare.dayOf', { side: label })}
          value={side}
          max={today}
          onChange={(event) => {
            if (event.target.value !== '') onChoose(event.target.value)
          }}
        />
      ) : null}
    </fieldset>
  )
}
