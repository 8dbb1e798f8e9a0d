import { readText } from '@/shared/route'

/** Which result a subsample is of, as its address says. */
export interface SampleSearch {
  subject?: string
}

export function readSampleSearch(raw: Record<string, unknown>): SampleSearch {
  const subject = readText(raw.subject)
  return subject === undefined ? {} : { subject }
}
