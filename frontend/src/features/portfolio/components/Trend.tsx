import { daysBetween } from '@/shared/format/day'
import { formatRat, toPixels } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { Stripes, useStripes } from '@/shared/ui/Stripes'
import { steps } from '../trend'
import type { PortfolioLine } from '../wire'

const width = 132
const height = 30

/** The year in a small line: what was obtained, and the band of what could still be. */
export function Trend({ line: { contract, trend, total } }: { line: PortfolioLine }) {
  const { t, language } = useText()
  const stripes = useStripes()
  const days = daysBetween(contract.from, contract.to)
  const x = (day: string) => Math.max(0, Math.min(width, (daysBetween(contract.from, day) / days) * width))
  const y = (value: string) => height - (Math.min(100, toPixels(value)) / 100) * height
  const worst = steps(trend.map((point) => ({ x: x(point.day), y: y(point.worst) })))
  const best = steps(trend.map((point) => ({ x: x(point.day), y: y(point.best) })))
  const label = t('portfolio.trendSays', { worst: formatRat(total.worst, language), best: formatRat(total.best, language) })
  return (
    <svg className="trend" width={width} height={height + 2} viewBox={`0 -1 ${width} ${height + 2}`} role="img" aria-label={label}>
      <defs>
        <Stripes id={stripes.id} size={6} />
      </defs>
      <line className="ground" x1="0" x2={width} y1={height} y2={height} />
      {trend.length > 0 ? (
        <>
          <path d={`${line(best)} ${line(worst.toReversed()).replace('M', 'L')} Z`} fill={stripes.fill} />
          <path className="obtained" d={line(worst)} fill="none" />
        </>
      ) : null}
    </svg>
  )
}

function line(points: { x: number; y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ')
}
