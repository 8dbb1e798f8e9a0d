import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { budgetQuery } from '../api/budget'
import type { BudgetPage as Page } from '../wire'
import { Behind } from './Behind'
import { Lines } from './Lines'
import { Postings } from './Postings'
import { Quarters } from './Quarters'
import { Standing } from './Standing'
import { BudgetPlots } from './BudgetPlots'

/** A deviation from the base budget: what it is, by line, why, and what it rests on. */
export function BudgetPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(budgetQuery(contract, requirement, useAsOf()))
  usePageTitle(data ? data.title : t('budget.title'), data?.contractTitle)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const file = `${contract}-${requirement}`
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal }}>
          {t('survey.toGoal', { number: data.number })}
        </Link>
      </p>
      <h1 lang={data.language}>{data.title}</h1>
      <Standing page={data} />
      <Acts page={data} contract={contract} />
      {data.view ? (
        <>
          {data.fact ? <BudgetPlots view={data.view} file={file} /> : null}
          {data.view.quarters.length > 0 ? <Quarters view={data.view} /> : null}
          <Lines page={data} view={data.view} contract={contract} />
          {data.fact ? <Postings page={data} view={data.view} contract={contract} /> : null}
          <Behind page={data} />
        </>
      ) : null}
    </>
  )
}

/** What the reader can do about it. */
function Acts({ page, contract }: { page: Page; contract: string }) {
  const { t } = useText()
  if (page.past || !page.canReport) return null
  const to = { to: '/c/$contract/goals/$goal/budget/$requirement/import', params: { contract, goal: page.goal, requirement: page.requirement } } as const
  return (
    <p className="result-acts screen-only">
      <Link {...to} className="button button-primary">
        {t(page.base ? 'budget.importPostings' : 'budget.importBase')}
      </Link>
    </p>
  )
}
