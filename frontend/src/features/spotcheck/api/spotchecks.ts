import { keepPreviousData } from '@tanstack/react-query'
import { answer, client, isProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { sendStaged, type Stage } from '@/shared/api/staged'
import type { Saved } from '@/shared/api/wire'
import type { ClauseAnswer, Reckoning, Round, Sizing, SpotchecksPage, Taken } from '../wire'

const base = '/api/v1/contracts/{contract}/goals/{goal}/spotchecks'

export function spotchecksQuery(contract: string, goal: string, asOf: string | undefined) {
  return {
    queryKey: keys.spotchecks(contract, goal, asOf),
    queryFn: async (): Promise<SpotchecksPage> =>
      (await answer(client.GET(base, { params: { path: { contract, goal }, query: { asOf } } }))) as SpotchecksPage,
  }
}

export function roundQuery(contract: string, goal: string, round: string, asOf: string | undefined) {
  return {
    queryKey: [...keys.spotchecks(contract, goal, asOf), round],
    queryFn: async (): Promise<Round> =>
      (await answer(
        client.GET(`${base}/rounds/{round}`, { params: { path: { contract, goal, round }, query: { asOf } } }),
      )) as Round,
  }
}

interface List {
  file: File
  id: string
  day: string
  expects: string
  preview: boolean
}

/** Takes a list of customers in, or asks what it would change, and tells how far it is. */
export function importPopulation(contract: string, goal: string, list: List, onStage: (stage: Stage) => void): Promise<Taken> {
  const { file, id, day, expects, preview } = list
  const query = new URLSearchParams({ id, day, name: file.name, expects, preview: String(preview) })
  const address = `/api/v1/contracts/${encodeURIComponent(contract)}/goals/${encodeURIComponent(goal)}/spotchecks/population`
  return sendStaged<Taken>(`${address}?${query.toString()}`, file, onStage)
}

/** Where something is said: of the round, of one of the two people, or of a customer. */
export type Place = 'plans' | 'values' | 'draws' | 'conclusions' | 'responses' | 'abandonments' | `commitments/${number}` | `reveals/${number}` | `customers/${number}/${'verdicts' | 'asides' | 'countersignatures' | 'replacements' | 'assignments' | 'hearings' | 'answers' | 'revocations'}` | `customers/${number}/clauses/${string}/${'findings' | 'measures' | 'rechecks'}`

/** Records what is said. */
export async function say(contract: string, goal: string, round: string, place: Place, body: object): Promise<Saved> {
  const path = { contract, goal, round }
  const address = place.split('/').map(encodeURIComponent).join('/')
  return (await answer(
    client.POST(`${base}/rounds/{round}/${address}` as `${typeof base}/rounds/{round}/draws`, { params: { path }, body: body as never }),
  )) as Saved
}

export interface SetAside {
  contract: string
  goal: string
  round: string
  number: number
  id: string
  day: string
  clauses: ClauseAnswer[]
}

/** Keeps a review that does not stand; it follows whatever was set aside before. */
export async function sendAside({ contract, goal, round, number, id, day, clauses }: SetAside, stands: string, newest?: string): Promise<Saved> {
  const send = (expects?: string) =>
    say(contract, goal, round, `customers/${number}/asides`, { id, day, clauses, ...(stands ? { stands } : {}), ...(expects ? { expects } : {}) })
  try {
    return await send(newest)
  } catch (error) {
    const current = isProblem(error, 409) ? error.problem.current : undefined
    if (current?.kind !== 'spotcheck.aside') throw error
    return send(current.id)
  }
}

/** What a plan would come to; nothing is written. */
export function reckoningQuery(contract: string, goal: string, sizing: Sizing) {
  return {
    queryKey: [...keys.spotchecks(contract, goal, undefined), 'reckoning', sizing],
    queryFn: async (): Promise<Reckoning> => answer(client.POST(`${base}/reckonings`, { params: { path: { contract, goal } }, body: sizing })),
    placeholderData: keepPreviousData,
  }
}
