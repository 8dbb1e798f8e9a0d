import type { WorkLine } from '@/shared/api/wire'
import type { FormName } from '@/shared/route'

export interface Act {
  form: FormName
  text: 'task.done' | 'task.move' | 'task.note' | 'task.answer' | 'task.accept' | 'task.return' | 'task.report' | 'task.assess'
}

// What can be done in place, by the kind of task. A kind that is not here is
// done at the task's address.
const acts: Record<string, Act[]> = {
  step: [
    { form: 'done', text: 'task.done' },
    { form: 'move', text: 'task.move' },
    { form: 'update', text: 'task.note' },
  ],
  verify_step: [
    { form: 'accept', text: 'task.accept' },
    { form: 'return', text: 'task.return' },
  ],
  verify_result: [
    { form: 'accept', text: 'task.accept' },
    { form: 'return', text: 'task.return' },
  ],
  result: [{ form: 'result', text: 'task.report' }],
  assess: [{ form: 'assess', text: 'task.assess' }],
  question: [{ form: 'answer', text: 'task.answer' }],
}

export function actsOf(line: WorkLine): Act[] {
  // A report that came back is answered by reporting anew.
  if (line.kind === 'step' && line.waits) return [{ form: 'update', text: 'task.answer' }]
  return acts[line.kind] ?? []
}

/** What a line is called in the address and among the chosen. */
export function keyOf(line: WorkLine): string {
  return `${line.contract}/${line.id}`
}

export type Many = 'done' | 'accept'

/** What can be done to several such lines at once. */
export function manyOf(line: WorkLine): Many | undefined {
  if (line.kind === 'step' && !line.waits) return 'done'
  if (line.kind === 'verify_step' || line.kind === 'verify_result') return 'accept'
  return undefined
}

export const groups = ['steps', 'verify', 'results', 'assess', 'questions', 'other'] as const
export type Group = (typeof groups)[number]

/** Under which heading a line is found when one wants only some. */
export function groupOf(line: WorkLine): Group {
  switch (line.kind) {
    case 'step':
      return 'steps'
    case 'verify_step':
    case 'verify_result':
    case 'verify_cases':
      return 'verify'
    case 'result':
    case 'import':
      return 'results'
    case 'assess':
      return 'assess'
    case 'question':
      return 'questions'
  }
  return 'other'
}
