import * as Observable from '@observablehq/plot'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import { timelineQuery } from '@/shared/api/timeline'
import type { Day, Timeline } from '@/shared/api/wire'
import { longDay, shortDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { useText, type Text } from '@/shared/text/useText'
import { Plot, type PlotColumn, type PlotSpace } from '@/shared/ui/plot/Plot'
import { stripesMark } from '@/shared/ui/plot/stripes'
import { Trouble } from '@/shared/ui/Trouble'
import { everyDay, held, yearRows, type YearRow } from '../year'
import { YearLegend } from './YearLegend'

/** The total over the year: as it was known on each day, and as it is expected to go on. */
export function YearPlot({ contract, asOf }: { contract: string; asOf: string | undefined }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const stripes = useId()
  const { data, error, refetch } = useQuery(timelineQuery(contract, asOf))
  const draw = useMemo(() => (data ? drawing(data, stripes, language, t) : undefined), [data, stripes, language, t])
  if (!data || !draw) return error ? <Trouble error={error} again={() => void refetch()} /> : null
  const { known, ahead } = yearRows(data)
  const open = (day: Day) =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, asOf: day === data.today ? undefined : day }), resetScroll: false })
  return (
    <Plot
      title={t('yearPlot.title')}
      label={t('yearPlot.label', { from: longDay(data.from, language), to: longDay(data.to, language) })}
      about={[expected(ahead.at(-1), language, t), t('yearPlot.about')].join(' ').trim()}
      method={ahead.length > 0 ? t('yearPlot.method') : undefined}
      file={`${contract}-${known.at(-1)?.day ?? data.today}`}
      rows={[...known, ...ahead]}
      columns={columns(data, language, t)}
      draw={draw}
      onPick={(datum) => {
        const { day, ahead } = datum as YearRow
        if (!ahead) open(day)
      }}
      legend={<YearLegend ahead={ahead.length > 0} />}
    />
  )
}

/** Where the plan leads to, in a sentence; nothing once the year is over. */
function expected(last: YearRow | undefined, language: Language, t: Text): string {
  if (!last) return ''
  const worst = formatRat(last.worst, language)
  return last.worst === last.best
    ? t('yearPlot.expected', { figure: worst })
    : t('yearPlot.expectedBetween', { worst, best: formatRat(last.best, language) })
}

function columns(timeline: Timeline, language: Language, t: Text): PlotColumn<YearRow>[] {
  return [
    {
      title: t('year.day'),
      text: (row) => row.day,
      shown: (row) =>
        row.ahead ? (
          longDay(row.day, language)
        ) : (
          <Link to="." search={(previous) => ({ ...previous, asOf: row.day === timeline.today ? undefined : row.day })} resetScroll={false}>
            {longDay(row.day, language)}
          </Link>
        ),
    },
    { title: t('yearPlot.kind'), text: (row) => (row.ahead ? t('yearPlot.ahead') : t('yearPlot.known')) },
    { title: t('year.obtained'), number: true, text: (row) => formatRat(row.worst, language) },
    { title: t('year.most'), number: true, text: (row) => formatRat(row.best, language) },
  ]
}

/** How the year is drawn, for any width. */
function drawing(timeline: Timeline, stripes: string, language: Language, t: Text) {
  const { known, ahead } = yearRows(timeline)
  const until = known.at(-1)
  const end = ahead.at(-1)?.day ?? timeline.to
  const fill = `url(#${stripes})`
  const line = { x: 'date', strokeWidth: 2.5, curve: 'step-after' } as const
  return ({ width, document }: PlotSpace) => {
    const narrow = width < 520
    const pointed = [...everyDay(known), ...everyDay(ahead)]
    const pointer = { maxRadius: Infinity, x: 'date', y: 'low' } as const
    const name = (date: Date) => shortDay(date.toISOString().slice(0, 10), timeline.from, language)
    const reachable = until && ahead.length > 0 ? [until, { ...until, day: end, date: ahead.at(-1)?.date ?? until.date }] : []
    return Observable.plot({
      document,
      width,
      height: narrow ? 240 : 320,
      marginLeft: 34,
      marginRight: 12,
      marginTop: 14,
      x: { type: 'utc', label: null, domain: [new Date(`${timeline.from}T00:00:00Z`), new Date(`${end > timeline.to ? end : timeline.to}T00:00:00Z`)] },
      y: { domain: [0, 100], label: null },
      marks: [
        stripesMark(stripes, document),
        Observable.axisY({ ticks: [0, 25, 50, 75, 100], tickSize: 0 }),
        Observable.gridY({ ticks: [0, 25, 50, 75, 100], stroke: 'var(--line)', strokeOpacity: 1 }),
        Observable.axisX({ interval: narrow ? '3 months' : '1 month', tickSize: 4, tickFormat: (day: Date) => month(day, language, narrow) }),
        Observable.areaY(reachable, { x: 'date', y1: 'low', y2: 'high', fill: 'var(--blue-wash)' }),
        Observable.areaY(held(known), { x: 'date', y1: 'low', y2: 'high', fill }),
        Observable.line(known, { ...line, y: 'low', stroke: 'var(--blue)' }),
        Observable.line(ahead, { ...line, y: 'high', stroke: 'var(--blue)', strokeWidth: 1.25, strokeDasharray: '1 4' }),
        Observable.line(ahead, { ...line, y: 'low', stroke: 'var(--blue)', strokeDasharray: '5 4' }),
        Observable.ruleX(until && ahead.length > 0 ? [until] : [], { x: 'date', stroke: 'var(--ink)', strokeDasharray: '2 3' }),
        Observable.ruleX(pointed, Observable.pointerX({ maxRadius: Infinity, x: 'date', y1: 'low', y2: 'high', stroke: 'var(--ink)' })),
        Observable.dot(pointed, Observable.pointerX({ ...pointer, r: 4.5, fill: 'var(--ink)' })),
        Observable.tip(
          pointed,
          Observable.pointerX({
            ...pointer,
            fill: 'var(--ground)',
            stroke: 'var(--soft)',
            textPadding: 8,
            fontSize: 13,
            title: (row: YearRow) =>
              `${name(row.date)}${row.ahead ? ` (${t('yearPlot.ahead')})` : ''}\n${t('year.worst', {
                figure: formatRat(row.worst, language),
              })}, ${t('year.best', { figure: formatRat(row.best, language) })}`,
          }),
        ),
      ],
    })
  }
}

function month(day: Date, language: Language, narrow: boolean): string {
  return day.toLocaleDateString(language === 'da' ? 'da-DK' : 'en-GB', { month: narrow ? 'long' : 'short', timeZone: 'UTC' }).replace('.', '')
}
