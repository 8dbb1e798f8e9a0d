import { answer, client } from '@/shared/api/client'

/** Takes in the file of a contract that is not tracked yet. */
export async function addContract(source: string): Promise<string> {
  const added = await answer(client.POST('/api/v1/contracts', { body: { source } }))
  return added.contract.id
}
