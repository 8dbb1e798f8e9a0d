import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { findingsQuery } from '../api/findings'
import { FindingRow } from './FindingRow'

/** A goal's findings over all rounds, what is overdue first. */
export function FindingsPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(findingsQuery(contract, goal, asOf))
  usePageTitle(t('spotcheck.findings'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const count = (state: string) => data.findings.filter((one) => one.state === state).length
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/spotchecks" params={{ contract, goal }}>
          {t('spotcheck.title')}
        </Link>
      </p>
      <h1>{t('spotcheck.findings')}</h1>
      {data.findings.length === 0 ? (
        <p className="empty">{t('spotcheck.noFindings')}</p>
      ) : (
        <p className="sub">
          {t('spotcheck.findingsAre', {
            open: count('open'), overdue: data.findings.filter(({ overdue }) => overdue).length, reported: count('reported'), closed: count('closed'),
          })}
        </p>
      )}
      <ul className="plain">
        {data.findings.map((finding) => (
          <FindingRow key={finding.facts[0]?.id} heading="h2" whole finding={finding} contract={contract} goal={goal} today={data.today} acts={asOf === undefined} />
        ))}
      </ul>
    </>
  )
}
