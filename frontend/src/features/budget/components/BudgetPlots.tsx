import * as Observable from '@observablehq/plot'
import { useMemo } from 'react'
import { formatOere } from '@/shared/format/money'
import { formatRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { useText } from '@/shared/text/useText'
import { Plot, type PlotSpace } from '@/shared/ui/plot/Plot'
import { pointsOf, stepsOf, type Point, type Step } from '../account'
import type { BudgetView } from '../wire'

/** The way from the budget to what was spent, and both over the year. */
export function BudgetPlots({ view, file }: { view: BudgetView; file: string }) {
  const { t, language } = useText()
  const names = { budget: t('budget.budget'), spent: t('budget.spent') }
  const steps = useMemo(() => stepsOf(view, { budget: t('budget.budget'), spent: t('budget.spent') }), [view, t])
  const points = useMemo(() => pointsOf(view), [view])
  const drawSteps = useMemo(() => waterfall(steps, t('budget.thousands'), language), [steps, t, language])
  const drawPoints = useMemo(() => cumulative(points, { budget: t('budget.budget'), thousands: t('budget.thousands'), language }), [points, t, language])
  const kroner = (value: number) => formatOere(Math.round(value * 100), language)
  return (
    <>
      <Plot
        title={t('budget.waterfall')}
        label={t('budget.waterfall')}
        about={t('budget.waterfallAbout')}
        file={`${file}-linjer`}
        rows={steps}
        columns={[
          { title: t('budget.line'), text: (step: Step) => step.name },
          { title: t('budget.kroner'), number: true, text: (step: Step) => kroner(step.to - step.from) },
        ]}
        draw={drawSteps}
      />
      <Plot
        title={t('budget.cumulative')}
        label={t('budget.cumulative')}
        about={t('budget.cumulativeAbout')}
        file={`${file}-aar`}
        rows={points}
        columns={[
          { title: t('budget.month'), text: (point: Point) => point.month },
          { title: names.budget, number: true, text: (point: Point) => kroner(point.budget) },
          { title: names.spent, number: true, text: (point: Point) => (point.spent === null ? '–' : kroner(point.spent)) },
        ]}
        draw={drawPoints}
      />
    </>
  )
}

const thousands = (language: Language) => (value: number) => formatRat(String(Math.round(value / 1000)), language)

/** Around the deviations, so that small ones can be seen: the bars of the whole begin at the picture's edge. */
function waterfall(steps: Step[], unit: string, language: Language) {
  const ends = steps.flatMap(({ from, to, whole }) => (whole ? [to] : [from, to]))
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  const edge = Math.max(0, low - Math.max((high - low) * 0.4, high * 0.002))
  return ({ width, document }: PlotSpace) =>
    Observable.plot({
      document,
      width,
      height: 50 + steps.length * 34,
      marginLeft: Math.min(200, width * 0.4),
      marginRight: 30,
      x: { domain: [edge, high + (high - edge) * 0.05], label: unit, tickFormat: thousands(language), ticks: Math.max(2, Math.floor(width / 140)) },
      y: { domain: steps.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        Observable.rectX(steps, {
          x1: ({ from, whole }: Step) => (whole ? edge : from),
          x2: 'to',
          y: 'name',
          insetTop: 5,
          insetBottom: 5,
          fill: ({ from, to, whole }: Step) => (whole ? 'var(--blue)' : to > from ? 'var(--warn)' : 'var(--stripe-a)'),
        }),
        Observable.text(steps.filter(({ whole }) => !whole), {
          x: ({ from, to }: Step) => Math.max(from, to),
          y: 'name',
          dx: 6,
          textAnchor: 'start',
          text: ({ from, to }: Step) => (to > from ? '+' : '−'),
          fill: 'var(--ink)',
        }),
      ],
    })
}

function cumulative(points: Point[], names: { budget: string; thousands: string; language: Language }) {
  const spent = points.filter((point) => point.spent !== null)
  const last = points.at(-1)
  const now = spent.at(-1)
  return ({ width, document }: PlotSpace) =>
    Observable.plot({
      document,
      width,
      height: 260,
      marginLeft: 60,
      marginRight: 20,
      x: { domain: points.map(({ month }) => month), label: null, tickFormat: (month: string) => month.slice(5) },
      y: { label: names.thousands, tickFormat: thousands(names.language), zero: true, grid: true },
      marks: [
        Observable.lineY(points, { x: 'month', y: 'budget', stroke: 'var(--soft)', strokeDasharray: '5 4', strokeWidth: 2 }),
        Observable.lineY(spent, { x: 'month', y: 'spent', stroke: 'var(--blue)', strokeWidth: 3, marker: 'circle' }),
        Observable.text(last && last !== now ? [last] : [], { x: 'month', y: 'budget', text: () => names.budget, dy: -10, dx: -14, fill: 'var(--ink)' }),
        Observable.ruleY([0], { stroke: 'var(--ink)' }),
      ],
    })
}
