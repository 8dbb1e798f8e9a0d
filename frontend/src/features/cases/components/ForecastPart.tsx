import type { CasesAhead } from '@/shared/api/casesAhead'
import { longDay } from '@/shared/format/day'
import { compareRat, formatBeside, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

/** Within which bounds the share is to be expected, and how that was found. */
export function ForecastPart({ ahead, forecast }: { ahead: CasesAhead; forecast: NonNullable<CasesAhead['forecast']> }) {
  const { t, language } = useText()
  const { low, likely, high } = forecast
  if (low === null || likely === null || high === null) return null
  const share = (rat: string) => formatBeside(rat, ahead.target, language)
  const number = (n: number) => formatRat(String(n), language)
  const beside = compareRat(low, ahead.target) >= 0 ? 'above' : compareRat(high, ahead.target) < 0 ? 'below' : 'within'
  return (
    <>
      <h3>{t('cases.forecast')}</h3>
      <p>
        {t('cases.forecastSays', { likely: share(likely), low: share(low), high: share(high), day: longDay(ahead.until, language) })}{' '}
        {t(`cases.forecast.${beside}`, { target: formatRat(ahead.target, language) })}
      </p>
      <details className="plot-method">
        <summary>{t('cases.howReckoned')}</summary>
        <p>
          {t('cases.forecastMethod', {
            seen: number(forecast.seen),
            timely: number(forecast.timely),
            ahead: number(forecast.ahead),
            from: longDay(forecast.from, language),
            to: longDay(ahead.extract, language),
          })}
        </p>
      </details>
    </>
  )
}
