import * as Observable from '@observablehq/plot'
import { useMemo } from 'react'
import { formatRat } from '@/shared/format/rat'
import type { Language } from '@/shared/text/language'
import { useText } from '@/shared/text/useText'
import { Plot, type PlotSpace } from '@/shared/ui/plot/Plot'
import { percent } from '../planned'
import type { Reckoning } from '../wire'

interface Dot {
  confidence: string
  /** Of all customers, for the picture alone. */
  share: number
  /** By what the table's rows are told apart: a number of customers, or a share of the volume. */
  row: string
  size: number
  chosen: boolean
}

/** How size, confidence and the share that is to be detected trade. */
export function TradePlot({ reckoning, file }: { reckoning: Reckoning; file: string }) {
  const { t, language } = useText()
  const volume = reckoning.volume > 0
  const dots = useMemo(() => dotsOf(reckoning), [reckoning])
  const draw = useMemo(() => drawing(dots, { share: t(volume ? 'spotcheck.tradeVolume' : 'spotcheck.tradeShare'), size: t(volume ? 'spotcheck.tradePicks' : 'spotcheck.tradeSize') }, language), [dots, volume, t, language])
  const shares = new Map(dots.map(({ row, share }) => [row, share]))
  return (
    <Plot
      title={t('spotcheck.trade')}
      label={t('spotcheck.trade')}
      about={t('spotcheck.tradeAbout')}
      method={t(volume ? 'spotcheck.tradeMethodVolume' : 'spotcheck.tradeMethod')}
      file={file}
      rows={[...shares.keys()].sort((a, b) => Number(a) - Number(b))}
      columns={[
        ...(volume ? [] : [{ title: t('spotcheck.tradeDesign'), number: true, text: (row: string) => formatRat(row, language) }]),
        { title: t(volume ? 'spotcheck.tradeVolume' : 'spotcheck.tradeShare'), number: true, text: (row) => percent(String(shares.get(row)), language) },
        ...reckoning.trade.map(({ confidence }) => ({
          title: percent(confidence, language),
          number: true,
          text: (row: string) => {
            const dot = dots.find((one) => one.confidence === confidence && one.row === row)
            return dot ? formatRat(String(dot.size), language) : '–'
          },
        })),
      ]}
      draw={draw}
    />
  )
}

function dotsOf(reckoning: Reckoning): Dot[] {
  return reckoning.trade.flatMap(({ confidence, points }) =>
    points.map(({ design, share, size, chosen }) => ({
      confidence, size, chosen, row: share ?? String(design), share: share ? Number(share) : design / reckoning.customers,
    })),
  )
}

function drawing(dots: Dot[], names: { share: string; size: string }, language: Language) {
  const own = dots.find(({ chosen }) => chosen)
  const ends = dots.filter((dot, i) => dots[i + 1]?.confidence !== dot.confidence)
  return ({ width, document }: PlotSpace) =>
    Observable.plot({
      document,
      width,
      height: 300,
      marginLeft: 60,
      marginRight: 64,
      x: { type: 'log', label: names.share, ticks: [0.01, 0.02, 0.05, 0.1, 0.2], tickFormat: (share: number) => percent(String(share), language) },
      y: { type: 'log', label: names.size, grid: true, ticks: Math.max(3, Math.floor(width / 140)), tickFormat: (size: number) => (Number.isInteger(size) ? formatRat(String(size), language) : '') },
      marks: [
        Observable.lineY(dots, { x: 'share', y: 'size', z: 'confidence', stroke: ({ confidence }: Dot) => (confidence === own?.confidence ? 'var(--blue)' : 'var(--soft)'), strokeWidth: 2 }),
        Observable.dot(dots, { x: 'share', y: 'size', r: 2.5, fill: 'var(--soft)' }),
        Observable.text(ends, { x: 'share', y: 'size', text: ({ confidence }: Dot) => percent(confidence, language), dx: 10, textAnchor: 'start', fill: 'var(--ink)' }),
        Observable.dot(own ? [own] : [], { x: 'share', y: 'size', r: 6, fill: 'var(--blue)', stroke: 'var(--ground)', strokeWidth: 2 }),
        Observable.text(own ? [own] : [], { x: 'share', y: 'size', text: ({ size }: Dot) => formatRat(String(size), language), dy: -16, fontWeight: 'bold', fill: 'var(--ink)' }),
      ],
    })
}
