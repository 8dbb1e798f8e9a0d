import { type KeyboardEvent, type PointerEvent } from 'react'
import type { Day, Timeline, TimelinePoint } from '@/shared/api/wire'
import { dayNumber, longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { keyTarget } from '../keys'
import { dayAt, type Scale } from '../scale'

interface Props {
  timeline: Timeline
  scale: Scale
  shown: Day
  point: TimelinePoint | undefined
  onChoose: (day: Day) => void
}

/** The time machine: a slider over the strip. */
export function YearHand({ timeline, scale, shown, point, onChoose }: Props) {
  const { t, language } = useText()
  const { from, today } = timeline
  const last = today < timeline.to ? today : timeline.to

  function choose(day: Day) {
    onChoose(day < from ? from : day > last ? last : day)
  }

  function fromPointer(event: PointerEvent<HTMLDivElement>) {
    choose(dayAt(scale, event.clientX - event.currentTarget.getBoundingClientRect().left))
  }

  function onKeyDown(event: KeyboardEvent) {
    const moved = keyTarget(event.key, shown, timeline, last)
    if (moved === undefined) return
    event.preventDefault()
    choose(moved)
  }

  return (
    <div
      className="year-hand"
      role="slider"
      tabIndex={0}
      aria-label={t('year.slider')}
      aria-valuemin={0}
      aria-valuemax={dayNumber(last) - scale.from}
      aria-valuenow={dayNumber(shown) - scale.from}
      aria-valuetext={
        point
          ? t('year.value', {
              day: longDay(shown, language),
              worst: formatRat(point.worst, language),
              best: formatRat(point.best, language),
            })
          : longDay(shown, language)
      }
      title={t('year.hint')}
      onClick={fromPointer}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 1) fromPointer(event)
      }}
      onKeyDown={onKeyDown}
    />
  )
}
