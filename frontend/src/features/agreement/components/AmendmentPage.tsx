import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { amendmentQuery } from '../api/amendment'
import { AmendmentState } from './AmendmentState'
import { Answers } from './Answers'
import { Answering } from './Answering'
import { Differences } from './Differences'

/** A proposal: what it changes, who said what of it, and what its reader may say. */
export function AmendmentPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const number = useParams({ strict: false }).amendment ?? ''
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(amendmentQuery(contract, number, asOf))
  usePageTitle(t('amendment.one', { number }))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  const { amendment } = data
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/agreement" params={{ contract }}>
          {t('nav.agreement')}
        </Link>
      </p>
      <h1>{t(amendment.base === 0 ? 'signing.heading' : 'amendment.heading', { number: amendment.number, day: longDay(amendment.from, language) })}</h1>
      <p className="sub">
        <AmendmentState amendment={amendment} />
      </p>
      {amendment.reason ? <p className="lead-text">{amendment.reason}</p> : null}
      {amendment.obstacle ? <p className="alert alert-warning">{amendment.obstacle}</p> : null}
      <Answers amendment={amendment} contract={contract} />
      {asOf === undefined ? <Answering amendment={amendment} contract={contract} today={data.today} /> : null}
      <section className="requirement">
        <h2>{t('amendment.changes')}</h2>
        <Differences comparison={data.comparison} contract={contract} />
      </section>
    </>
  )
}
