import { answer, client } from '@/shared/api/client'
import type { AmendmentWithdrawal, Saved } from '@/shared/api/wire'

export async function withdrawAmendment(
  contract: string,
  amendment: string,
  body: AmendmentWithdrawal,
): Promise<Saved> {
  const call = client.POST('/api/v1/contracts/{contract}/amendments/{amendment}/withdrawals', {
    params: { path: { contract, amendment } },
    body,
  })
  return (await answer(call)) as Saved
}
