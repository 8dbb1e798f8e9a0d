import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { isProblem } from '@/shared/api/client'
import { overviewQuery } from '@/shared/api/overview'
import { useSession } from '@/shared/api/session'
import { longDay } from '@/shared/format/day'
import { useContractId, useContractSearch } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { ExplanationPanel } from '@/features/explanation/components/ExplanationPanel'
import { YearLine } from '@/features/yearline/components/YearLine'
import { asOfTrouble } from './asOf'
import { BeforeSignature } from './BeforeSignature'
import { Foot } from './Foot'
import { Missing } from './Missing'
import { useFreshness } from './useFreshness'
import { useHeldPlace } from './useHeldPlace'
import { WrongDay } from './WrongDay'

/** Around each page of a contract, as of a day that there is. */
export function ContractFrame() {
  const { today } = useSession()
  const { asOf } = useContractSearch()
  const trouble = asOfTrouble(asOf, today)
  return asOf !== undefined && trouble ? <WrongDay asOf={asOf} why={trouble} today={today} /> : <Frame />
}

/** The year above, the explanation beside, the log's head below. */
function Frame() {
  const { t, language } = useText()
  const session = useSession()
  const contract = useContractId()
  const { asOf, explain } = useContractSearch()
  const { data, error } = useQuery(overviewQuery(contract, asOf))
  useFreshness(contract, asOf === undefined ? data : undefined)
  const held = useHeldPlace(explain)
  const past = data?.asOf.past ?? asOf !== undefined
  const today = data?.today ?? session.today
  const signed = data?.contract.signed
  const early = signed !== undefined && asOf !== undefined && asOf.slice(0, 10) < signed
  if (!data && isProblem(error, 404)) return <Missing />
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
      <div className={explain === undefined ? 'wrap beside' : 'wrap beside open'} {...held}>
        <main className="main-column page" id="content" tabIndex={-1}>
          {early ? <BeforeSignature signed={signed} /> : <Outlet />}
        </main>
        {explain === undefined || early ? null : <ExplanationPanel contract={contract} figure={explain} asOf={asOf} />}
      </div>
      {data && !early ? <Foot head={data.head} contract={contract} asOf={data.asOf} /> : null}
    </>
  )
}
