import type { Text } from './useText'

const operations = [
  'health',
  'session.read',
  'contract.read',
  'contract.manage',
  'contract.draft',
  'contract.propose',
  'contract.agree',
  'contract.approve',
  'service.read',
  'ledger.read',
  'ledger.export',
  'milestone.report',
  'milestone.plan',
  'milestone.verify',
  'result.report',
  'survey.answer',
  'spotcheck.answer',
  'spotcheck.read',
  'spotcheck.plan',
  'spotcheck.review',
  'spotcheck.measure',
  'spotcheck.countersign',
  'spotcheck.respond',
  'survey.run',
  'survey.audit',
  'result.verify',
  'evidence.add',
  'goal.assess',
  'discussion.write',
  'token.manage',
  'access.read',
  'access.grant',
] as const

/** What one does by an operation, in the interface's words; one we do not know as it is. */
export function operationName(operation: string, t: Text): string {
  const known = operations.find((name) => name === operation)
  return known ? t(`operation.${known}`) : operation
}

/** Whether an operation is done to single goals, so that a list of goals narrows it. */
export function concernsGoals(operation: string): boolean {
  return /^(milestone|result|survey|spotcheck|goal|discussion)\./.test(operation)
}
