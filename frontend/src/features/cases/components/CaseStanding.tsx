import { Link } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { compareRat, formatBeside, formatRat } from '@/shared/format/rat'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import type { CasesPage } from '../wire'

/** What the cases say, in words. */
export function CaseStanding({ page }: { page: CasesPage }) {
  const { t, language } = useText()
  const contract = useContractId()
  const { figures, newest, statistics, target } = page
  if (!newest || !figures) return <p className="empty">{t('cases.nothing')}</p>
  const number = (n: number) => formatRat(String(n), language)
  const share = statistics.toDate.share
  const kept = share !== null && target !== '' && compareRat(share, target) >= 0
  const months = statistics.months.filter((month) => month.to <= newest.day)
  const short = months.filter((month) => target !== '' && compareRat(String(month.concluded), target) < 0)
  return (
    <>
      <p className="result-words">
        {page.measure === 'timeliness'
          ? share === null
            ? t('cases.noneConcluded')
            : t(kept ? 'cases.sayKept' : 'cases.sayMissed', {
                timely: number(statistics.toDate.timely),
                total: number(statistics.toDate.concluded),
                share: formatBeside(share, target, language),
                target: formatRat(target, language),
                limit: page.limit,
              })
          : t(short.length === 0 ? 'cases.monthsKept' : 'cases.monthsMissed', {
              count: short.length === 0 ? months.length : short.length,
              target: formatRat(target, language),
            })}{' '}
        {t('cases.openNow', { count: figures.open })}{' '}
        {page.measure === 'timeliness' && figures.openLate > 0 ? t('cases.openLate', { count: figures.openLate, day: longDay(newest.day, language) }) : null}
      </p>
      <p className="small soft">
        {t('cases.asOfImport', { day: longDay(newest.day, language) })}{' '}
        <Link to="/c/$contract/facts/$fact" params={{ contract, fact: newest.id }}>
          {newest.sentence}
        </Link>
      </p>
    </>
  )
}
