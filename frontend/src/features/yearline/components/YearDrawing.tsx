import type { Day, Timeline, TimelinePoint } from '@/shared/api/wire'
import { dayFromNumber, dayNumber, longDay } from '@/shared/format/day'
import { formatRat, toPixels } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { Stripes, useStripes } from '@/shared/ui/Stripes'
import { quarters, stepArea, stepLine, x, y, type Scale } from '../scale'

interface Props {
  timeline: Timeline
  scale: Scale
  height: number
  /** How far the last day reaches beyond the year. */
  tail: number
  /** The day that the page is shown for. */
  shown: Day
  /** What is known as of it. */
  point: TimelinePoint | undefined
}

/** The strip itself: what was obtained day by day, what was open, what is ahead. */
export function YearDrawing({ timeline, scale, height, tail, shown, point: last }: Props) {
  const { t, language } = useText()
  const stripes = useStripes()
  const { points, from, to, today } = timeline
  // A step line holds through its last day, the year's last one to the edge.
  const edge = scale.width + tail
  const known = today < to ? x(scale, dayFromNumber(dayNumber(today) + 1)) : edge
  const hand = Math.min(Math.max(x(scale, shown) + scale.width / scale.days / 2, 4), scale.width - 4)
  const past = shown < today && shown < to
  const label = t('year.label', { from: longDay(from, language), to: longDay(to, language) })
  // The figures stand right of the hand, or left of it near the end.
  const right = hand > scale.width - 110
  const anchor = right ? 'end' : 'start'
  const beside = right ? hand - 9 : hand + 9
  const clip = `${stripes.id}-shown`
  const worst = last ? y(scale, toPixels(last.worst)) : scale.bottom
  const best = last ? y(scale, toPixels(last.best)) : scale.top
  const apart = last ? last.worst !== last.best : false

  const drawn = (
    <>
      <path
        fill={stripes.fill}
        className="best-band"
        d={stepArea(
          scale,
          points,
          known,
          (p) => p.best,
          (p) => p.worst,
        )}
      />
      <path className="known" d={stepLine(scale, points, known, (p) => p.worst)} />
    </>
  )

  return (
    <svg width={edge} height={height} viewBox={`0 0 ${edge} ${height}`} role="img" aria-label={label}>
      <defs>
        <Stripes id={stripes.id} size={6} />
        <clipPath id={clip}>
          <rect width={shown < to ? hand : edge} height={height} />
        </clipPath>
      </defs>
      <path className="axis" d={`M0 ${scale.bottom}H${edge}`} />
      {quarters(from, to).map(({ day, number }) => (
        <g key={day}>
          <path className="axis" d={`M${x(scale, day)} ${scale.top}V${scale.bottom + 5}`} />
          <text x={x(scale, day) + 4} y={height - 4}>
            {t('year.quarter', { n: number })}
          </text>
        </g>
      ))}
      {last && shown < to ? (
        <rect className="ahead" x={hand} y={best} width={edge - hand} height={Math.max(worst - best, 1)} />
      ) : null}
      {past ? <g className="after">{drawn}</g> : null}
      <g clipPath={`url(#${clip})`}>{drawn}</g>
      {timeline.deadlines
        .filter((deadline) => deadline.due !== '' && deadline.due >= from && deadline.due <= to)
        .map((deadline) => {
          const at = x(scale, deadline.due)
          return <path key={deadline.id} className="deadline" d={`M${at} ${scale.bottom - 4}l5 8h-10z`} />
        })}
      {past ? <path className="today-line" d={`M${x(scale, today)} ${scale.top}V${scale.bottom}`} /> : null}
      <path className="hand-line" d={`M${hand} ${scale.top - 8}V${scale.bottom + 5}`} />
      <circle className="knob" cx={hand} cy={scale.top - 8} r="4" />
      {last ? (
        <g textAnchor={anchor}>
          {apart ? (
            <text x={beside} y={Math.max(best + 13, scale.top + 9)}>
              {t('year.best', { figure: formatRat(last.best, language) })}
            </text>
          ) : null}
          <text className="strong" x={beside} y={Math.min(Math.max(worst - 5, apart ? best + 28 : scale.top + 9), scale.bottom - 5)}>
            {apart
              ? t('year.worst', { figure: formatRat(last.worst, language) })
              : formatRat(last.worst, language)}
          </text>
        </g>
      ) : null}
    </svg>
  )
}
