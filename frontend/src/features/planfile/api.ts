import { sendStaged, type Stage } from '@/shared/api/staged'
import type { components } from '@/shared/api/schema'
import type { Fact, Day } from '@/shared/api/wire'

type Schemas = components['schemas']
export type Cell = Schemas['Cell']
export type Report = Schemas['StepReport']
export type Conflict = Omit<Schemas['Conflict'], 'fact'> & { fact: Fact | null }
export type Change = Omit<Schemas['Change'], 'conflict'> & { conflict: Conflict | null }
export type Preview = Omit<Schemas['Preview'], 'changes'> & { changes: Change[] }
export type Written = Schemas['RecordedAllBody']

const under = (contract: string) => `/api/v1/contracts/${encodeURIComponent(contract)}`

/** Where the plan's file is fetched from. */
export function fileAddress(contract: string, format: 'xlsx' | 'csv', of: 'all' | 'mine', asOf: Day | undefined): string {
  const query = new URLSearchParams({ format, of, ...(asOf === undefined ? {} : { asOf }) })
  return `${under(contract)}/plan/file?${query.toString()}`
}

/** Asks what a file would change; nothing is written. */
export function previewFile(contract: string, file: File, onStage: (stage: Stage) => void): Promise<Preview> {
  return sendStaged<Preview>(`${under(contract)}/plan/preview`, file, onStage)
}

/** Writes all reports or none. The same again writes nothing. */
export function writeReports(contract: string, reports: Report[], onStage: (stage: Stage) => void): Promise<Written> {
  return sendStaged<Written>(`${under(contract)}/steps/updates`, { reports }, onStage)
}
