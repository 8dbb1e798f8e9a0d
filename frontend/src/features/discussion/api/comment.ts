import { answer, client } from '@/shared/api/client'
import type { SaidComment, Saved } from '@/shared/api/wire'

export async function comment(contract: string, goal: string, body: SaidComment): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/goals/{goal}/comments', {
    params: { path: { contract, goal } },
    body,
  })
  return (await answer(call)) as Saved
}
