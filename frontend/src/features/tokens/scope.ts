import type { Session } from '@/shared/api/wire'
import { concernsGoals } from '@/shared/text/operations'

const everything = '*'

/** What is done by hand alone: a token makes no tokens and gives nobody rights. */
const byHand = ['health', 'token.manage', 'access.grant']

/** What one may hand on to a token: all that needs a login, but what is done by hand alone. */
export function operationsToGive(session: Session): string[] {
  return session.operations.filter((operation) => !byHand.includes(operation))
}

export function needsGoals(operations: string[]): boolean {
  return operations.some(concernsGoals)
}

/** Whether a goal is worth offering: a lead's token reaches the lead's own goals alone. */
export function reaches(session: Session, operations: string[], contract: string, goal: string): boolean {
  const onlyOwn = operations.filter(concernsGoals).every((operation) => /\.(report|plan)$/.test(operation))
  const own = [everything, goal, `${contract}:${everything}`, `${contract}:${goal}`]
  return !onlyOwn || session.goals.some((entry) => own.includes(entry))
}
