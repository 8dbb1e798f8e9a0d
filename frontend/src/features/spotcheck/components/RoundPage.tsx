import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { instant } from '@/shared/format/day'
import { useSilentSince } from '@/shared/offline/network'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { roundQuery } from '../api/spotchecks'
import { useTaken } from '../offline/useDevice'
import { Conclusion } from './Conclusion'
import { DrawActs } from './DrawActs'
import { DrawnCustomers } from './DrawnCustomers'
import { PlanPart } from './PlanPart'
import { TakeAway } from './TakeAway'
import { TakePart } from './TakePart'

/** A round: what is asked, how it was drawn, what was found, and what that says of all customers. */
export function RoundPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const { goal = '', round = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data: live, error, refetch } = useQuery(roundQuery(contract, goal, round, asOf))
  const taken = useTaken(contract, goal, round)
  const silent = useSilentSince() !== undefined
  const data = live ?? (silent && asOf === undefined ? taken?.what.page : undefined)
  usePageTitle(data?.plan.title ?? t('spotcheck.title'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const where = { contract, goal, round, day: data.today }
  const { plan } = data
  if (!live && taken) {
    return (
      <>
        <h1>{plan.title}</h1>
        <p className="sub">{plan.question}</p>
        <p>{t('offline.asOf', { when: instant(new Date(taken.at).toISOString(), language) })}</p>
        <DrawnCustomers round={data} where={where} acts kept />
      </>
    )
  }
  const done = data.customers.filter(({ state }) => state === 'countersigned').length
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/spotchecks" params={{ contract, goal }}>
          {t('spotcheck.title')}
        </Link>
      </p>
      <h1>{plan.title}</h1>
      <p className="sub">{plan.question}</p>
      <p>
        {t(`spotcheck.stands.${data.state}`)}{' '}
        {data.draw ? t('spotcheck.doneOf', { done, size: plan.size ?? 0 }) : null}
      </p>
      <PlanPart round={data} where={where} acts={asOf === undefined} />
      <DrawActs key={data.state} round={data} where={where} acts={asOf === undefined} />
      {data.draw ? (
        <>
          <Conclusion round={data} where={where} acts={asOf === undefined} />
          {asOf === undefined && data.may.review && data.state === 'reviewing' ? <TakePart round={data} where={where} /> : null}
          <DrawnCustomers round={data} where={where} acts={asOf === undefined} kept={false} />
          <TakeAway round={data} where={where} />
        </>
      ) : null}
    </>
  )
}
