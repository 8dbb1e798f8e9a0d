import { answer, client } from '@/shared/api/client'
import type { AmendmentDecision, Saved } from '@/shared/api/wire'

export type Side = 'agency' | 'department'

/** Answers a proposal for one of the parties. */
export async function decideAmendment(
  contract: string,
  amendment: string,
  side: Side,
  body: AmendmentDecision,
): Promise<Saved> {
  const at = { params: { path: { contract, amendment } }, body }
  const call =
    side === 'agency'
      ? client.POST('/api/v1/contracts/{contract}/amendments/{amendment}/agency-approvals', at)
      : client.POST('/api/v1/contracts/{contract}/amendments/{amendment}/department-approvals', at)
  return (await answer(call)) as Saved
}
