import { Navigate } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { AccessSummary } from '@/features/access/components/AccessSummary'
import { AnswerTask } from '@/features/discussion/components/AnswerTask'
import { WorkPage } from '@/features/work/components/WorkPage'

/** What other features do in the list, by the kind of task. */
const forms = { question: AnswerTask }

/** Where everyone begins who sees a contract. */
export function WorkRoute() {
  const { contracts, operations } = useSession()
  if (contracts.length === 0) return <Navigate to="/contracts" replace />
  return <WorkPage forms={forms}>{operations.includes('access.read') ? <AccessSummary /> : null}</WorkPage>
}
