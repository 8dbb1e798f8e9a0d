import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { sendStaged, type Stage } from '@/shared/api/staged'
import type { Format } from '@/shared/list/ExportLinks'
import type { CasesSearch } from './search'
import type { RowProof } from '@/shared/file/RowProofPart'
import type { CasePage, CasesPage, CasesPreview, CasesQuality } from './wire'

const under = '/api/v1/contracts/{contract}/requirements/{requirement}/cases'
export const pageLength = 50

export function casesQuery(contract: string, requirement: string, search: CasesSearch, asOf: string | undefined) {
  return {
    queryKey: keys.cases(contract, requirement, { ...search, asOf }),
    queryFn: async () =>
      (await answer(
        client.GET(under, { params: { path: { contract, requirement }, query: { ...search, asOf, limit: pageLength } } }),
      )) as CasesPage,
    placeholderData: keepPreviousData,
  }
}

export function casesTable(contract: string, requirement: string, search: CasesSearch, asOf: string | undefined, format: Format) {
  return client.GET(`${under}/table`, {
    params: { path: { contract, requirement }, query: { ...search, after: undefined, asOf, format } },
    parseAs: 'blob',
  })
}

export function qualityQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: keys.cases(contract, requirement, { quality: true, asOf }),
    queryFn: async (): Promise<CasesQuality> =>
      await answer(client.GET(`${under}/quality`, { params: { path: { contract, requirement }, query: { asOf } } })),
  }
}

export function caseQuery(contract: string, requirement: string, reference: string, asOf: string | undefined) {
  return {
    queryKey: keys.cases(contract, requirement, { reference, asOf }),
    queryFn: async () =>
      (await answer(client.GET(`${under}/one`, { params: { path: { contract, requirement }, query: { reference, asOf } } }))) as CasePage,
  }
}

export async function caseProof(contract: string, requirement: string, reference: string, asOf: string | undefined): Promise<RowProof> {
  return await answer(client.GET(`${under}/proof`, { params: { path: { contract, requirement }, query: { reference, asOf } } }))
}

/** How a file of cases is to be taken. */
export interface Intake {
  day: string
  part: boolean
  note: string
  vanished: '' | 'keep' | 'remove'
}

/** Sends a file of cases: to be looked at, or, with the fact's id, to be written. */
export function sendCases(
  contract: string,
  requirement: string,
  file: File,
  intake: Intake,
  write: { id: string; expects: string } | undefined,
  onStage: (stage: Stage) => void,
): Promise<CasesPreview> {
  const query = new URLSearchParams({ name: file.name, day: intake.day, part: String(intake.part) })
  if (intake.note !== '') query.set('note', intake.note)
  if (write) {
    query.set('id', write.id)
    query.set('expects', write.expects)
    query.set('compared', 'true')
    if (intake.vanished !== '') query.set('vanished', intake.vanished)
  } else {
    query.set('preview', 'true')
  }
  const address = `/api/v1/contracts/${encodeURIComponent(contract)}/requirements/${encodeURIComponent(requirement)}/cases/imports`
  return sendStaged<CasesPreview>(`${address}?${query.toString()}`, file, onStage)
}
