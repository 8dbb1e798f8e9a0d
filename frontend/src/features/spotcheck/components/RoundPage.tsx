import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { roundQuery } from '../api/spotchecks'
import { Conclusion } from './Conclusion'
import { DrawActs } from './DrawActs'
import { DrawnCustomers } from './DrawnCustomers'
import { PlanPart } from './PlanPart'

/** A round: what is asked, how it was drawn, what was found, and what that says of all customers. */
export function RoundPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', round = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(roundQuery(contract, goal, round, asOf))
  usePageTitle(data?.plan.title ?? t('spotcheck.title'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const where = { contract, goal, round, day: data.today }
  const { plan } = data
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
          <DrawnCustomers round={data} where={where} acts={asOf === undefined} />
        </>
      ) : null}
    </>
  )
}
