import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { CustomerHistory, Finding } from '../wire'

const base = '/api/v1/contracts/{contract}/goals/{goal}/spotchecks'

export function findingsQuery(contract: string, goal: string, asOf: string | undefined) {
  return {
    queryKey: [...keys.spotchecks(contract, goal, asOf), 'findings'],
    queryFn: async () =>
      (await answer(client.GET(`${base}/findings`, { params: { path: { contract, goal }, query: { asOf } } }))) as { today: string; findings: Finding[] },
  }
}

export function historyQuery(contract: string, goal: string, ref: string, asOf: string | undefined) {
  return {
    queryKey: [...keys.spotchecks(contract, goal, asOf), 'history', ref],
    queryFn: async () =>
      (await answer(client.GET(`${base}/history`, { params: { path: { contract, goal }, query: { ref, asOf } } }))) as CustomerHistory,
  }
}
