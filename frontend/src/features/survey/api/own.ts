import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { components } from '@/shared/api/schema'
import type { Fact, Saved } from '@/shared/api/wire'

type Schemas = components['schemas']
export type OwnSurvey = Omit<Schemas['OwnSurvey'], 'fact' | 'invitation'> & { fact: Fact | null; invitation: Fact | null }
export type NewPlan = Schemas['PlannedSurvey']
export type Wording = Schemas['Wording']

const own = '/api/v1/contracts/{contract}/requirements/{requirement}/survey/own'
const refetchEvery = 15_000

export function ownQuery(contract: string, requirement: string, asOf: string | undefined) {
  return {
    queryKey: keys.ownSurvey(contract, requirement, asOf),
    queryFn: async (): Promise<OwnSurvey> =>
      (await answer(client.GET(own, { params: { path: { contract, requirement }, query: { asOf } } }))) as OwnSurvey,
    refetchInterval: refetchEvery,
  }
}

export async function planSurvey(contract: string, requirement: string, body: NewPlan): Promise<Saved> {
  const params = { path: { contract, requirement } }
  return (await answer(client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/survey/plans', { params, body }))) as Saved
}

export async function inviteToSurvey(contract: string, requirement: string, body: Schemas['RecordHead']): Promise<Saved> {
  const params = { path: { contract, requirement } }
  return (await answer(
    client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/survey/invitations', { params, body }),
  )) as Saved
}

export async function closeSurvey(contract: string, requirement: string, body: Schemas['SurveyClosing']): Promise<Saved> {
  const params = { path: { contract, requirement } }
  return (await answer(client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/survey/closings', { params, body }))) as Saved
}
