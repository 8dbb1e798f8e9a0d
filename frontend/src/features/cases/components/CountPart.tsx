import type { CasesAhead } from '@/shared/api/casesAhead'
import { longDay, monthName } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

type Count = NonNullable<CasesAhead['count']>
type Month = Count['months'][number]

/** How many cases a month has brought, and what each that is not complete still needs. */
export function CountPart({ ahead, count }: { ahead: CasesAhead; count: Count }) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  const { highest, lowest, rate } = count
  const coming = count.months.filter(({ data }) => data !== 'whole')
  return (
    <>
      {rate !== null && highest !== null && lowest !== null ? (
        <p>
          {t('cases.rate', {
            count: count.ended,
            rate: formatRat(rate, language, 1),
            most: monthName(highest.month, language),
            highest: number(highest.cases),
            least: monthName(lowest.month, language),
            lowest: number(lowest.cases),
          })}
        </p>
      ) : null}
      {coming.length > 0 ? (
        <>
          <p>{t(`cases.everyMonth.${count.bound}`, { target: formatRat(ahead.target, language) })}</p>
          <table className="rows stacked">
            <caption className="sr-only">{t('cases.coming')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('cases.coming')}</th>
                <th scope="col">{t('cases.soFar', { day: longDay(ahead.extract, language) })}</th>
                <th scope="col">{t('cases.stillNeeds')}</th>
              </tr>
            </thead>
            <tbody>
              {coming.map((month) => (
                <tr key={month.month}>
                  <th scope="row">{monthName(month.month, language)}</th>
                  <td data-title={t('cases.soFar', { day: longDay(ahead.extract, language) })}>{month.data === 'none' ? <span className="soft">{t('cases.noData')}</span> : number(month.cases)}</td>
                  <td data-title={t('cases.stillNeeds')}>
                    <Needs month={month} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
    </>
  )
}

/** What a month still needs, and how many cases it may still have. */
function Needs({ month }: { month: Month }) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  if (month.kept !== null) return <>{t(month.kept ? 'cases.monthKept' : 'cases.monthMissed')}</>
  const words = [
    month.need === null ? '' : t('cases.atLeastMore', { number: number(month.need) }),
    month.spare === null ? '' : t('cases.atMostMore', { number: number(month.spare) }),
  ]
  return <>{words.filter(Boolean).join(', ')}</>
}
