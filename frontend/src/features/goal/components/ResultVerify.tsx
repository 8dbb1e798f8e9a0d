import type { GoalPage, Requirement, ResultLine } from '@/shared/api/wire'
import { VerifyForm } from '@/shared/report/VerifyForm'
import { verifyResult } from '@/shared/report/api/verifyResult'
import { SampleLink } from '@/shared/report/SampleLink'

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
      sample={result.ofCases ? <SampleLink contract={page.contract.id} goal={page.goal.id} requirement={requirement.id} subject={result.subject} /> : undefined}
      save={(body, how) => verifyResult(page.contract.id, requirement.id, { ...body, subject: result.subject }, how)}
      onClose={onClose}
    />
  )
}
