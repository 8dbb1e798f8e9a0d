import * as Observable from '@observablehq/plot'
import { useMemo } from 'react'
import type { DegreeCurve, Rat, Requirement } from '@/shared/api/wire'
import { formatRat, toPixels } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { useText, type Text } from '@/shared/text/useText'
import { Plot, type PlotSpace } from '@/shared/ui/plot/Plot'
import { degreeRows, openEnds, type DegreeRow, type Place } from '../degree'

interface Props {
  requirement: Requirement
  curve: DegreeCurve
  /** What results are counted in. */
  unit: string
}

/** How the degree follows the result: the rule as a picture, with the result that there is. */
export function DegreePlot({ requirement, curve, unit }: Props) {
  const { t, language } = useText()
  const draw = useMemo(() => drawing(curve, unit, t, language), [curve, unit, t, language])
  const { now } = curve
  const about = now
    ? t('degreePlot.now', { result: withUnit(now.result, unit, language), degree: formatRat(now.degree, language) })
    : t('degreePlot.none')
  return (
    <Plot
      title={t('degreePlot.title')}
      label={t('degreePlot.label', { title: requirement.title })}
      about={[about, ...curve.words].join(' ')}
      file={`${requirement.id}-grad`}
      rows={degreeRows(curve)}
      columns={[
        { title: t('degreePlot.result'), text: (row: DegreeRow) => resultWords(row, t, language) },
        { title: t('degreePlot.degree'), number: true, text: (row: DegreeRow) => degreeWords(row, t, language) },
      ]}
      draw={draw}
      legend={<p className="plot-about">{t('degreePlot.dots')}</p>}
    />
  )
}

function withUnit(result: Rat, unit: string, language: Language): string {
  return [formatRat(result, language), unit].filter(Boolean).join(' ')
}

function resultWords({ from, to }: DegreeRow, t: Text, language: Language): string {
  if (from === undefined) return t('degreePlot.below', { to: formatRat(to ?? '0', language) })
  if (to === undefined) return t('degreePlot.above', { from: formatRat(from, language) })
  if (from === to) return formatRat(from, language)
  return t('degreePlot.between', { from: formatRat(from, language), to: formatRat(to, language) })
}

function degreeWords({ start, end }: DegreeRow, t: Text, language: Language): string {
  if (start === end) return formatRat(start, language)
  return t('degreePlot.line', { from: formatRat(start, language), to: formatRat(end, language) })
}

/** How the curve is drawn, for any width. */
function drawing(curve: DegreeCurve, unit: string, t: Text, language: Language) {
  const x = ({ result }: Place) => toPixels(result)
  const y = ({ degree }: Place) => toPixels(degree)
  const lines = curve.stretches.map((one) => ({ x1: toPixels(one.from), x2: toPixels(one.to), y1: toPixels(one.start), y2: toPixels(one.end) }))
  const now = curve.now ? [curve.now] : []
  const number = (value: number) => formatRat(String(Number(value.toFixed(6))), language)
  const dot = { x, y, r: 5, stroke: 'var(--blue)', strokeWidth: 2 }
  return ({ width, document }: PlotSpace) =>
    Observable.plot({
      document,
      width,
      height: 260,
      marginTop: 34,
      marginLeft: 44,
      marginRight: 24,
      marginBottom: 42,
      x: { label: [t('degreePlot.result'), unit].filter(Boolean).join(', '), tickFormat: number, ticks: Math.max(2, Math.floor(width / 110)), nice: false },
      y: { label: t('degreePlot.degree'), tickFormat: number, ticks: 5, grid: true, zero: true },
      marks: [
        Observable.ruleY([0], { stroke: 'var(--ink)' }),
        Observable.link(lines, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'var(--blue)', strokeWidth: 3 }),
        Observable.dot(openEnds(curve), { ...dot, fill: 'var(--ground)' }),
        Observable.dot(curve.points, { ...dot, fill: 'var(--blue)' }),
        Observable.ruleX(now, { x, stroke: 'var(--ink)', strokeDasharray: '3 3' }),
        Observable.dot(now, { x, y, r: 6, symbol: 'diamond', fill: 'var(--ink)', stroke: 'var(--ground)' }),
        Observable.text(now, { x, frameAnchor: 'top', dy: -18, text: () => t('degreePlot.today'), fill: 'var(--ink)' }),
      ],
    })
}
