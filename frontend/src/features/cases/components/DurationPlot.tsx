import * as Observable from '@observablehq/plot'
import { useMemo } from 'react'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { Plot, type PlotColumn, type PlotSpace } from '@/shared/ui/plot/Plot'
import type { CaseDuration, CaseStatistics } from '../wire'

/** How long the concluded cases took, from receipt to conclusion. */
export function DurationPlot({ statistics, file }: { statistics: CaseStatistics; file: string }) {
  const { t, language } = useText()
  const { durations, median, p90 } = statistics
  const draw = useMemo(
    () =>
      ({ width, document }: PlotSpace) =>
        Observable.plot({
          width,
          height: 220,
          document,
          x: { label: t('cases.days') },
          y: { label: t('cases.count'), grid: true },
          marks: [
            Observable.rectY(
              durations,
              Observable.binX<Observable.RectYOptions>({ y: 'sum' }, { x: 'days', y: 'cases', fill: 'var(--blue)', thresholds: 24 }),
            ),
            Observable.ruleX([median, p90].filter((days) => days !== null), { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
            Observable.ruleY([0]),
          ],
        }),
    [durations, median, p90, t],
  )
  const columns: PlotColumn<CaseDuration>[] = [
    { title: t('cases.days'), number: true, text: (row) => String(row.days) },
    { title: t('cases.count'), number: true, text: (row) => String(row.cases) },
  ]
  return (
    <Plot
      title={t('cases.durations')}
      label={t('cases.durationsLabel')}
      about={
        median === null || p90 === null
          ? undefined
          : t('cases.durationsSay', { median: formatRat(String(median), language), p90: formatRat(String(p90), language) })
      }
      method={t('cases.durationsMethod')}
      file={file}
      rows={durations}
      columns={columns}
      draw={draw}
    />
  )
}
