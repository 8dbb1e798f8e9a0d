import { answer, client } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import type { Saved } from '@/shared/api/wire'
import type { Preview, What } from '../wire'

type Sent = components['schemas']['SentBudget']
type Explained = components['schemas']['LineExplanation']

/** What a file would say; nothing is written. */
export async function previewBudget(contract: string, requirement: string, body: components['schemas']['BudgetLook']): Promise<Preview> {
  return answer(
    client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/budget/preview', {
      params: { path: { contract, requirement } },
      body,
    }),
  )
}

/** Writes a base budget or postings. */
export async function sendBudget(contract: string, requirement: string, what: What, body: Sent): Promise<Saved> {
  const options = { params: { path: { contract, requirement } }, body }
  return (await answer(
    what === 'base'
      ? client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/budget/base', options)
      : client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/budget/imports', options),
  )) as Saved
}

/** Says why a line deviates. */
export async function explainLine(contract: string, requirement: string, body: Explained): Promise<Saved> {
  return (await answer(
    client.POST('/api/v1/contracts/{contract}/requirements/{requirement}/budget/explanations', {
      params: { path: { contract, requirement } },
      body,
    }),
  )) as Saved
}
