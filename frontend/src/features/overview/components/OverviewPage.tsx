import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { overviewQuery } from '@/shared/api/overview'
import { useAsOf, useContractId } from '@/shared/route'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { useText } from '@/shared/text/useText'
import { Changes } from './Changes'
import { ComingVersions } from './Coming'
import { GoalTable } from './GoalTable'
import { Standing } from './Standing'
import { Tasks } from './Tasks'
import { Ways } from './Ways'

// The plotting library is heavy: it comes once the page stands.
const YearPlot = lazy(() => import('./YearPlot').then((module) => ({ default: module.YearPlot })))

/** Where the contract stands, what rests on whom, and what is new. */
export function OverviewPage() {
  const { t } = useText()
  const contract = useContractId()
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(overviewQuery(contract, asOf))
  usePageTitle(t('nav.overview'), data?.contract.title)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <div className="columns">
      <div>
        <Standing page={data} />
        <Ways contract={contract} />
        <GoalTable page={data} />
        <ComingVersions page={data} />
        <Suspense fallback={<div className="plot plot-stage" />}>
          <YearPlot contract={contract} asOf={asOf} />
        </Suspense>
      </div>
      <div className="doing">
        <Tasks page={data} />
        <Changes page={data} />
      </div>
    </div>
  )
}
