import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Discussion } from '@/shared/api/wire'

export function discussionQuery(contract: string, goal: string, asOf: string | undefined) {
  return {
    queryKey: keys.discussion(contract, goal, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/goals/{goal}/discussion', {
          params: { path: { contract, goal }, query: { asOf } },
        }),
      )) as Discussion,
  }
}
