import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { safeDaysQuery } from '@/shared/api/safeDays'
import type { GoalPage, Requirement, SafeDay } from '@/shared/api/wire'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Gantt } from './Gantt'
import { ItemRows } from './ItemRows'

/** Items with dated steps: the time line, then every step. */
export function Plan({ page, requirement }: { page: GoalPage; requirement: Requirement }) {
  const { t } = useText()
  const { data } = useQuery(safeDaysQuery(page.contract.id, page.goal.id, useAsOf()))
  const safe: ReadonlyMap<string, SafeDay> = new Map(data?.days.map((day) => [day.step, day]))
  const owners = requirement.items.some((item) => item.steps.some((step) => step.owner !== ''))
  return (
    <>
      <Gantt items={requirement.items} contract={page.contract} today={page.asOf.day} safe={safe} />
      <table className="rows steps">
        <caption className="sr-only">{t('step.table', { title: requirement.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('step.col.step')}</th>
            <th scope="col">{t('col.state')}</th>
            <th scope="col">{t('step.col.planned')}</th>
            <th scope="col">{t('step.col.now')}</th>
            {owners ? <th scope="col">{t('body.owner')}</th> : null}
            <th scope="col" className="screen-only">
              <span className="sr-only">{t('step.col.act')}</span>
            </th>
          </tr>
        </thead>
        {requirement.items.map((item) => (
          <ItemRows key={item.id} item={item} page={page} canPlan={requirement.canPlan} owners={owners} safe={safe} />
        ))}
      </table>
      <p className="small screen-only">
        <Link to="/c/$contract/plan-file" params={{ contract: page.contract.id }}>
          {t('planfile.title')}
        </Link>
      </p>
    </>
  )
}
