import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { historyQuery } from '../api/findings'
import type { CustomerRound } from '../wire'
import { ClauseAnswers } from './ClauseAnswers'
import { FindingRow } from './FindingRow'
import { HeardWords } from './HeardWords'

/** A customer over rounds: what was found each time, what they said, and what came of it. */
export function HistoryPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', ref = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(historyQuery(contract, goal, ref, asOf))
  usePageTitle(data ? `${data.ref} ${data.name}` : t('spotcheck.history'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/spotchecks" params={{ contract, goal }}>
          {t('spotcheck.title')}
        </Link>
      </p>
      <h1>
        {data.ref} {data.name || <span className="soft">{t('spotcheck.erased')}</span>}
      </h1>
      {data.rounds.length === 0 ? (
        <p className="empty">{t('spotcheck.neverDrawn')}</p>
      ) : (
        <p className="sub">{t('spotcheck.drawnIn', { count: data.rounds.length })}</p>
      )}
      {data.rounds.map((round) => (
        <Once key={round.round} round={round} contract={contract} goal={goal} today={data.today} />
      ))}
    </>
  )
}

function Once({ round, contract, goal, today }: { round: CustomerRound; contract: string; goal: string; today: string }) {
  const { t, language } = useText()
  const { customer } = round
  const newest = customer.reviews[0]
  return (
    <section className="requirement">
      <h2>
        <Link to="/c/$contract/goals/$goal/spotchecks/$round" params={{ contract, goal, round: round.round }}>
          {round.title}
        </Link>{' '}
        <span className="tag">{t(`spotcheck.state.${round.state}`)}</span>
      </h2>
      <p>
        {t('spotcheck.drawnOn', { number: customer.number, day: longDay(round.drawn, language) })} {t(`spotcheck.customerState.${customer.state}`)}
      </p>
      {newest ? <ClauseAnswers fact={newest} round={{ plan: round }} contract={contract} /> : null}
      <HeardWords hearing={customer.hearing} />
      <FactList facts={[...customer.signed, ...customer.reviews]} today={today} most={2} />
      {round.findings.length > 0 ? (
        <ul className="plain">
          {round.findings.map((finding) => (
            <FindingRow key={finding.facts[0]?.id} heading="h3" finding={finding} contract={contract} goal={goal} today={today} acts={false} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}
