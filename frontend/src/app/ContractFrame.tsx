import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { overviewQuery } from '@/shared/api/overview'
import { useSession } from '@/shared/api/session'
import { longDay } from '@/shared/format/day'
import { useContractId, useContractSearch } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { ExplanationPanel } from '@/features/explanation/components/ExplanationPanel'
import { YearLine } from '@/features/yearline/components/YearLine'
import { Foot } from './Foot'
import { useFreshness } from './useFreshness'

/** Around each page of a contract: the year above, the explanation beside, the log's head below. */
export function ContractFrame() {
  const { t, language } = useText()
  const session = useSession()
  const contract = useContractId()
  const { asOf, explain } = useContractSearch()
  const { data } = useQuery(overviewQuery(contract, asOf))
  useFreshness(contract, asOf === undefined ? data?.head.root : undefined)
  const past = data?.asOf.past ?? asOf !== undefined
  const today = data?.today ?? session.today
  return (
    <>
      <section aria-label={t('year.section')}>
        <YearLine contract={data?.contract} contractId={contract} today={today} />
        {past && asOf !== undefined ? (
        <div className="past-bar" role="status">
          <div className="wrap">
            <span>{t('past.bar', { day: longDay(asOf, language) })}</span>
            <Link to="." search={(previous) => ({ ...previous, asOf: undefined })}>
              {t('past.back')}
            </Link>
          </div>
        </div>
        ) : null}
      </section>
      <div className={explain === undefined ? 'wrap beside' : 'wrap beside open'}>
        <main className="main-column page" id="content" tabIndex={-1}>
          <Outlet />
        </main>
        {explain === undefined ? null : <ExplanationPanel contract={contract} figure={explain} asOf={asOf} />}
      </div>
      {data ? <Foot head={data.head} contract={contract} /> : null}
    </>
  )
}
