import type { GoalPage, Requirement, ResultLine } from '@/shared/api/wire'
import { VerifyForm } from '@/shared/report/VerifyForm'
import { verifyResult } from '@/shared/report/api/verifyResult'

interface Props {
  page: GoalPage
  requirement: Requirement
  result: ResultLine
  onClose: () => void
}

export function ResultVerify({ page, requirement, result, onClose }: Props) {
  return (
    <VerifyForm
      contract={page.contract.id}
      claim={result.fact}
      evidence={result.evidence}
      today={page.today}
      expects={result.verification?.fact.id ?? ''}
      save={(body, how) => verifyResult(page.contract.id, requirement.id, { ...body, subject: result.subject }, how)}
      onClose={onClose}
    />
  )
}
