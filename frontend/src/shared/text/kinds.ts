import type { Text } from './useText'

export const factKinds = [
  'milestone.update',
  'milestone.verification',
  'milestone.plan',
  'result.report',
  'result.verification',
  'survey.result',
  'survey.plan',
  'survey.invitation',
  'spotcheck.population',
  'spotcheck.plan',
  'spotcheck.commitment',
  'spotcheck.reveal',
  'spotcheck.public',
  'spotcheck.draw',
  'spotcheck.assignment',
  'spotcheck.verdict',
  'spotcheck.aside',
  'spotcheck.countersignature',
  'spotcheck.replacement',
  'spotcheck.conclusion',
  'spotcheck.response',
  'spotcheck.abandonment',
  'spotcheck.hearing',
  'spotcheck.hearing-answer',
  'spotcheck.hearing-revocation',
  'spotcheck.finding',
  'spotcheck.measure',
  'spotcheck.recheck',
  'goal.assessment',
  'discussion.comment',
  'discussion.question',
  'discussion.answer',
  'discussion.withdrawal',
  'contract.version',
  'contract.proposal',
  'contract.agency-approval',
  'contract.department-approval',
  'contract.withdrawal',
  'evidence.file',
  'budget.base',
  'budget.postings',
  'budget.explanation',
  'case.import',
] as const

/** A kind of fact in the interface's words; one we do not know as it is. */
export function kindName(kind: string, t: Text): string {
  const known = factKinds.find((one) => one === kind)
  return known ? t(`kind.${known}`) : kind
}
