import { Link } from '@tanstack/react-router'
import type { Day } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { SortHead } from '@/shared/list/SortHead'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import type { PortfolioSearch } from '../search'
import type { PortfolioLine } from '../wire'
import { Trend } from './Trend'

interface Props {
  lines: PortfolioLine[]
  search: PortfolioSearch
  today: Day
}

/** A row for each contract: where it stands, how it came there, what is next. */
export function PortfolioTable({ lines, search, today }: Props) {
  const { t } = useText()
  const order = { sort: search.sort ?? 'agency', down: search.down ?? false }
  return (
    <table className="rows stacked portfolio">
      <caption className="sr-only">{t('portfolio.title')}</caption>
      <thead>
        <tr>
          <SortHead by="agency" {...order}>
            {t('portfolio.contract')}
          </SortHead>
          <SortHead by="year" {...order} className="number">
            {t('portfolio.year')}
          </SortHead>
          <SortHead by="total" {...order} first="down" className="number">
            {t('portfolio.obtained')}
          </SortHead>
          <SortHead by="best" {...order} first="down" className="number">
            {t('portfolio.best')}
          </SortHead>
          <th scope="col">{t('portfolio.trend')}</th>
          <SortHead by="deadline" {...order}>
            {t('portfolio.deadline')}
          </SortHead>
          <SortHead by="late" {...order} first="down">
            {t('portfolio.lateSteps')}
          </SortHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.contract.id} line={line} today={today} asOf={search.asOf} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, today, asOf }: { line: PortfolioLine; today: Day; asOf: string | undefined }) {
  const { t, language } = useText()
  const { contract, total, counts, nextDeadline } = line
  return (
    <tr>
      <th scope="row">
        <span className="title">
          <Link to="/c/$contract" params={{ contract: contract.id }} search={{ asOf }}>
            {contract.agency}
          </Link>
        </span>
        <span className="why">{contract.title}</span>
      </th>
      <td className="number" data-title={t('portfolio.year')}>
        {contract.from.slice(0, 4)}
      </td>
      {line.reckoned ? (
        <>
          <td className="number" data-title={t('portfolio.obtained')}>
            <Link to="/c/$contract" params={{ contract: contract.id }} search={{ asOf, explain: 'total' }}>
              {total.worst === '0' && counts.open === counts.goals ? t('portfolio.nothingYet') : formatRat(total.worst, language)}
            </Link>
          </td>
          <td className="number" data-title={t('portfolio.best')}>
            {formatRat(total.best, language)}
          </td>
          <td data-title={t('portfolio.trend')} className="trend-cell">
            <Trend line={line} />
          </td>
          <td data-title={t('portfolio.deadline')}>
            {nextDeadline ? (
              <>
                <DayText day={nextDeadline.due} today={today} />
                <span className="why">{nextDeadline.title}</span>
              </>
            ) : (
              <span className="soft">{t('portfolio.noDeadline')}</span>
            )}
          </td>
          <td data-title={t('portfolio.lateSteps')}>
            {counts.late > 0 ? (
              <strong className="late">{t('portfolio.lateCount', { count: counts.late })}</strong>
            ) : (
              <span className="soft">{t('portfolio.lateNone')}</span>
            )}
          </td>
        </>
      ) : (
        <td colSpan={5} className="soft">
          {t('portfolio.reckoning')}
        </td>
      )}
    </tr>
  )
}
