import { Navigate } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { AccessSummary } from '@/features/access/components/AccessSummary'
import { WorkPage } from '@/features/work/components/WorkPage'

/** Where everyone begins who sees a contract. */
export function WorkRoute() {
  const { contracts, operations } = useSession()
  if (contracts.length === 0) return <Navigate to="/contracts" replace />
  return <WorkPage>{operations.includes('access.read') ? <AccessSummary /> : null}</WorkPage>
}
