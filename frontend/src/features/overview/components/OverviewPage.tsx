import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '@/shared/api/overview'
import { useAsOf, useContractId } from '@/shared/route'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { useText } from '@/shared/text/useText'
import { Changes } from './Changes'
import { GoalTable } from './GoalTable'
import { Standing } from './Standing'
import { Tasks } from './Tasks'

/** Where the contract stands, what rests on whom, and what is new. */
export function OverviewPage() {
  const { t } = useText()
  const contract = useContractId()
  const { data, error, refetch } = useQuery(overviewQuery(contract, useAsOf()))
  usePageTitle(t('nav.overview'), data?.contract.title)
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <div className="columns">
      <div>
        <Standing page={data} />
        <GoalTable page={data} />
      </div>
      <div className="doing">
        <Tasks page={data} />
        <Changes page={data} />
      </div>
    </div>
  )
}
