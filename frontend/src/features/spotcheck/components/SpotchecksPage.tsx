import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { spotchecksQuery } from '../api/spotchecks'
import { ListChange } from './ListChange'
import { ListImport } from './ListImport'
import { PlanRound } from './PlanRound'

/** A goal's rounds of spot checks, and the list that they draw from. */
export function SpotchecksPage() {
  const { t, language } = useText()
  const count = (n: number) => formatRat(String(n), language)
  const contract = useContractId()
  const { goal = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const [taking, setTaking] = useState(false)
  const { data, error, refetch } = useQuery(spotchecksQuery(contract, goal, asOf))
  usePageTitle(t('spotcheck.title'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const acts = data.mayPlan && asOf === undefined
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal }}>
          {t('spotcheck.toGoal', { goal })}
        </Link>
      </p>
      <h1>{t('spotcheck.title')}</h1>
      <p className="sub">{t('spotcheck.what')}</p>
      <section className="requirement">
        <h2>{t('spotcheck.rounds')}</h2>
        {data.rounds.length === 0 ? <p className="empty">{t(acts && !data.population ? 'spotcheck.noList' : 'spotcheck.noRounds')}</p> : null}
        <ul className="plain">
          {data.rounds.map((round) => (
            <li key={round.round}>
              <Link to="/c/$contract/goals/$goal/spotchecks/$round" params={{ contract, goal, round: round.round }}>
                {round.title}
              </Link>
              <span className="tag">{t(`spotcheck.state.${round.state}`)}</span> {t('spotcheck.ofCustomers', { size: count(round.size), customers: count(round.customers) })}
              {round.state === 'reviewing' ? `, ${t('spotcheck.left', { count: round.missing })}` : null}
            </li>
          ))}
        </ul>
      </section>
      <p>
        <Link to="/c/$contract/goals/$goal/findings" params={{ contract, goal }}>
          {t('spotcheck.findings')}
        </Link>
      </p>
      <section className="requirement">
        <h2>{t('spotcheck.list')}</h2>
        {data.population && data.list ? (
          <>
            <p>{t('spotcheck.listIs', { file: data.population.file, rows: count(data.population.rows), day: longDay(data.list.day, language) })}</p>
            <p className="small">
              {t('spotcheck.listRoot')} <code className="break">{data.population.root}</code>
            </p>
            {data.population.change ? <ListChange change={data.population.change} /> : null}
          </>
        ) : (
          <p className="empty">{t('spotcheck.listNone')}</p>
        )}
        {acts ? <ListImport page={data} contract={contract} onBusy={setTaking} /> : null}
      </section>
      {acts && data.list && data.population ? <PlanRound key={data.list.id} page={data} contract={contract} waits={taking} /> : null}
    </>
  )
}
