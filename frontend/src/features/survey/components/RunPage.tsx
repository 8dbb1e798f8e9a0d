import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { ownQuery } from '../api/own'
import { PlanForm } from './PlanForm'
import { RunActs } from './RunActs'
import { RunState } from './RunState'

/** A survey of one's own: planned, sent, reminded of, closed. */
export function RunPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(ownQuery(contract, requirement, asOf))
  const [anew, setAnew] = useState(false)
  usePageTitle(t('survey.runTitle'))
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const planning = data.canRun && asOf === undefined && (data.stage === '' || data.stage === 'closed' || anew)
  return (
    <div className="survey">
      <p className="small">
        <Link to="/c/$contract/goals/$goal/survey/$requirement" params={{ contract, goal, requirement }}>
          {t('survey.title')}
        </Link>
      </p>
      <h1>{t('survey.runTitle')}</h1>
      {data.plan ? <RunState own={data} past={asOf !== undefined} /> : <p className="sub">{t('survey.runNone')}</p>}
      {asOf !== undefined ? <p className="empty">{t('survey.runPast')}</p> : data.canRun ? null : <p className="empty">{t('survey.notYours')}</p>}
      {data.canRun && asOf === undefined && data.plan && data.fact ? (
        <RunActs key={data.fact.id} own={data} plan={data.plan} contract={contract} goal={goal} requirement={requirement} onAnew={() => setAnew(true)} />
      ) : null}
      {planning ? <PlanForm key={data.expectsPlan} own={data} contract={contract} requirement={requirement} onSaved={() => setAnew(false)} /> : null}
    </div>
  )
}
