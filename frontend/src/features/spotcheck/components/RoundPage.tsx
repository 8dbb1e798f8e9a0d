import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { roundQuery } from '../api/spotchecks'
import { percent } from '../planned'
import { Conclusion } from './Conclusion'
import { CustomerRow } from './CustomerRow'
import { DrawActs } from './DrawActs'

/** A round: what is asked, how it was drawn, what was found, and what that says of all customers. */
export function RoundPage() {
  const { t, language } = useText()
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
      <section className="requirement">
        <h2>{t('spotcheck.planHead')}</h2>
        <p>
          {t('spotcheck.planIs', {
            size: plan.size ?? 0, customers: plan.customers ?? 0, confidence: percent(plan.confidence ?? '', language), design: plan.design ?? 0,
          })}
        </p>
        {(plan.shares ?? []).length > 0 ? (
          <p>{(plan.shares ?? []).map((s) => t('spotcheck.shareOf', { stratum: s.stratum || t('spotcheck.blank'), size: s.size, customers: s.population })).join('; ')}</p>
        ) : null}
        <ul>
          {plan.checklist.map((clause) => (
            <li key={clause.id}>
              {clause.title}
              {clause.evidence ? <span className="soft"> {clause.evidence}</span> : null}
            </li>
          ))}
        </ul>
      </section>
      <DrawActs key={data.state} round={data} where={where} acts={asOf === undefined} />
      {data.draw ? (
        <>
          <Conclusion round={data} where={where} acts={asOf === undefined} />
          <section className="requirement">
            <h2>{t('spotcheck.customers')}</h2>
            <ul className="plain">
              {data.customers.map((customer) => (
                <CustomerRow key={`${customer.number} ${customer.reviews[0]?.id} ${customer.signed[0]?.id}`} customer={customer} round={data} where={where} acts={asOf === undefined} />
              ))}
            </ul>
          </section>
        </>
      ) : null}
    </>
  )
}
