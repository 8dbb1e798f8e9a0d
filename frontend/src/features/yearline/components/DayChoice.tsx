import { useId, useRef, useState } from 'react'
import type { Day } from '@/shared/api/wire'
import { isDay, longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

interface Props {
  shown: Day
  from: Day
  to: Day
  onChoose: (day: Day) => void
}

/**
 * The day as a date field. While one types, the field is one's own: the page
 * turns at Enter or when the field is left. A day picked in the calendar turns
 * it at once. A day that cannot be shown stays in the field, and is told.
 */
export function DayChoice({ shown, from, to, onChoose }: Props) {
  const { t, language } = useText()
  const id = useId()
  const typing = useRef(false)
  const [draft, setDraft] = useState({ of: shown, day: shown })
  const [refused, setRefused] = useState(false)
  const day = draft.of === shown ? draft.day : shown
  const wrong = refused && draft.of === shown

  function commit(picked: Day) {
    typing.current = false
    const fits = isDay(picked) && picked >= from && picked <= to
    setRefused(!fits)
    if (fits && picked !== shown) onChoose(picked)
  }

  return (
    <span className="day-choice">
      <label htmlFor={id}>{t('year.choose')}</label>
      <input
        id={id}
        type="date"
        value={day}
        min={from}
        max={to}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit(event.currentTarget.value)
          else if (event.key !== 'Tab') typing.current = true
        }}
        onPointerDown={() => (typing.current = false)}
        onChange={(event) => {
          setDraft({ of: shown, day: event.target.value })
          setRefused(false)
          if (!typing.current) commit(event.target.value)
        }}
        onBlur={(event) => {
          if (typing.current) commit(event.target.value)
        }}
      />
      {wrong ? (
        <span className="day-wrong" role="alert" id={`${id}-wrong`}>
          {t('year.chooseWrong', { from: longDay(from, language), to: longDay(to, language) })}
        </span>
      ) : null}
    </span>
  )
}
