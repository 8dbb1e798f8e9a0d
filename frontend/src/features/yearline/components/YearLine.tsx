import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useLayoutEffect, useRef } from 'react'
import { timelineQuery } from '@/shared/api/timeline'
import type { Contract, Day } from '@/shared/api/wire'
import { dayNumber, longDay } from '@/shared/format/day'
import { useContractSearch } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { pointAt, x, type Scale } from '../scale'
import { useWidth } from '@/shared/ui/useWidth'
import { DayChoice } from './DayChoice'
import { YearDrawing } from './YearDrawing'
import { YearHand } from './YearHand'
import { YearTable } from './YearTable'

interface Props {
  contract: Contract | undefined
  contractId: string
  today: Day
}

const narrow = 620
const tail = 10

/** The year as one strip on every page of a contract, and the time machine. */
export function YearLine({ contract, contractId, today }: Props) {
  const { t, language } = useText()
  const { data: timeline } = useQuery(timelineQuery(contractId))
  const { asOf } = useContractSearch()
  const navigate = useNavigate()
  const { ref, width } = useWidth()
  const scroller = useRef<HTMLDivElement>(null)

  const end = timeline && timeline.to < today ? timeline.to : today
  const shown = asOf?.slice(0, 10) ?? end
  const small = width > 0 && width < narrow
  const height = small ? 78 : 122
  const scale: Scale | undefined =
    timeline && width > 0
      ? {
          from: dayNumber(timeline.from),
          days: dayNumber(timeline.to) - dayNumber(timeline.from) + 1,
          // The last day, too, has a width that one can see.
          width: (small ? width * 2 : width) - tail,
          top: 14,
          bottom: height - 26,
        }
      : undefined

  // When the year is over, the page as of now may know more than its last day did.
  const point = timeline && pointAt(timeline.points, asOf?.slice(0, 10) ?? today)

  // On a narrow page the half-year around the shown day is in view.
  const handAt = scale ? x(scale, shown) : 0
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !small) return
    const inView = handAt > element.scrollLeft && handAt < element.scrollLeft + element.clientWidth
    if (!inView) element.scrollLeft = handAt - element.clientWidth * 0.7
  }, [handAt, small])

  function choose(day: Day) {
    const next = day === end ? undefined : day
    void navigate({
      to: '.',
      search: (previous) => ({ ...previous, asOf: next, form: undefined, on: undefined }),
      replace: true,
      resetScroll: false,
    })
  }

  return (
    <div className={shown < end ? 'year past' : 'year'}>
      <div className="wrap">
        <div className="year-head">
          <span>
            {contract
              ? [
                  contract.title.includes(contract.agency) ? '' : contract.agency,
                  contract.title,
                  t('year.contract', { version: contract.version, signed: longDay(contract.signed, language) }),
                ]
                  .filter(Boolean)
                  .join(' · ')
              : null}
          </span>
          <span className="year-when screen-only">
            <span>
              {t('year.shown')} <strong>{longDay(shown, language)}</strong>
              {shown === today ? ` ${t('year.today')}` : null}
            </span>
            <DayChoice shown={shown} from={timeline?.from ?? shown} to={end} onChoose={choose} />
          </span>
          <span className="print-only">
            {t('year.shown')} <strong>{longDay(shown, language)}</strong>
          </span>
        </div>
        <div className="year-scroll" ref={scroller}>
          <div ref={ref} className="year-measure" />
          {timeline && scale ? (
            <div className="year-draw" style={{ width: scale.width + tail }}>
              <YearDrawing timeline={timeline} scale={scale} height={height} tail={tail} shown={shown} point={point} />
              <YearHand timeline={timeline} scale={scale} shown={shown} point={point} onChoose={choose} />
            </div>
          ) : (
            <div style={{ height }} />
          )}
        </div>
        {timeline ? <YearTable timeline={timeline} lang={contract?.language ?? 'da'} /> : null}
      </div>
    </div>
  )
}
