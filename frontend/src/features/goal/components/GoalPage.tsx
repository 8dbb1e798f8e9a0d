import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { goalQuery } from '@/shared/report/api/goal'
import { AboutGoal } from './AboutGoal'
import { AssessmentSection } from './AssessmentSection'
import { Files } from './Files'
import { GoalPager } from './GoalPager'
import { GoalStanding } from './GoalStanding'
import { Replaced } from './Replaced'
import { RequirementSection } from './RequirementSection'

/** One goal: where it stands, what it needs, what was reported; and what other features have about it. */
export function GoalPage({ children }: { children?: ReactNode }) {
  const { t } = useText()
  const contract = useContractId()
  const goal = useParams({ strict: false }).goal ?? ''
  const { data, error, refetch } = useQuery(goalQuery(contract, goal, useAsOf()))
  usePageTitle(data ? `${data.goal.number} ${data.goal.title}` : undefined, data?.contract.title)
  return (
    <>
      <GoalPager contract={contract} goal={goal} />
      {data ? (
        <>
          <GoalStanding page={data} />
          <Replaced contract={contract} goal={goal} />
          {data.requirements.map((requirement) => (
            <RequirementSection key={requirement.id} page={data} requirement={requirement} />
          ))}
          <AssessmentSection page={data} />
          {children}
          <Files page={data} />
          <section className="requirement">
            <h2>{t('goal.history')}</h2>
            {data.history.length === 0 ? <p className="empty">{t('change.none')}</p> : null}
            <FactList facts={data.history} today={data.asOf.day} most={6} />
          </section>
          <AboutGoal page={data} />
        </>
      ) : error ? (
        <Trouble page error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  )
}
