import type { Day } from '@/shared/api/wire'
import { longDay, lateness, shortDay, spokenDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

interface Props {
  day: Day
  today: Day
  /** The thing should have happened by then and has not. */
  late?: boolean
  /** The date as a date, not as one says it: for what is done. */
  plain?: boolean
}

/** A day as one says it; the full date on hover and on paper. */
export function DayText({ day, today, late = false, plain = false }: Props) {
  const { t, language } = useText()
  const full = longDay(day, language)
  const passed = late && day < today
  const spoken =
    passed
      ? lateness(day, today, t)
      : plain
        ? shortDay(day, today, language)
        : spokenDay(day, today, language, t)
  return (
    <time dateTime={day} title={full} className={passed ? 'nowrap late' : 'nowrap'}>
      {passed ? (
        <svg className="late-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d="M6 0L12 11.5H0z" />
        </svg>
      ) : null}
      <span className="screen-only">{spoken}</span>
      <span className="print-only">{passed ? `${full}, ${spoken}` : full}</span>
    </time>
  )
}
