import { uuid7 } from '@/shared/format/uuid'
import type { How } from '@/shared/api/how'
import type { Day, Saved, WorkLine } from '@/shared/api/wire'
import { updateStep } from '@/shared/report/api/updateStep'
import { verifyResult } from '@/shared/report/api/verifyResult'
import { verifyStep } from '@/shared/report/api/verifyStep'
import { keyOf, type Many } from './acts'

/** What is said of all lines alike. */
export interface Words {
  day: Day
  note: string
}

/** The ids of the facts to be, by line: the same however often they are sent. */
export type Ids = Record<string, string>

export function idsFor(lines: WorkLine[], known: Ids): Ids {
  return Object.fromEntries(lines.map((line) => [keyOf(line), known[keyOf(line)] ?? uuid7()]))
}

/** Sends one line's fact. */
export function sendLine(many: Many, line: WorkLine, id: string, words: Words, how?: How): Promise<Saved> {
  const { contract, subject, fact } = line
  if (many === 'done') {
    const body = { id, expects: fact, day: words.day, status: 'done' as const, note: words.note, evidence: line.evidence }
    return updateStep(contract, subject, body, how)
  }
  const body = { id, day: words.day, fact, verdict: 'accepted' as const, note: words.note }
  if (line.kind === 'verify_step') return verifyStep(contract, subject, body, how)
  return verifyResult(contract, subject.split('/')[0] ?? subject, { ...body, subject }, how)
}
