import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { components } from '@/shared/api/schema'
import type { Fact } from '@/shared/api/wire'
import type { CaseFigures, SampleCase } from './wire'

type Schemas = components['schemas']
export type CheckedCases = Schemas['CheckedCases']
interface Changed {
  newest: Fact | null
  figures: CaseFigures | null
  result: Fact
  verified: Fact | null
  found: CheckedCases | null
  drawn: SampleCase[]
}
export type SamplePageData = Omit<Schemas['CaseSamplePage'], keyof Changed> & Changed

export function sampleQuery(contract: string, requirement: string, subject: string | undefined, asOf: string | undefined) {
  return {
    queryKey: keys.cases(contract, requirement, { sample: subject ?? '', asOf }),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/requirements/{requirement}/cases/sample', {
          params: { path: { contract, requirement }, query: { subject, asOf } },
        }),
      )) as SamplePageData,
  }
}
