import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { GoalPage } from '@/shared/api/wire'

export function goalQuery(contract: string, goal: string, asOf: string | undefined) {
  return {
    queryKey: keys.goal(contract, goal, asOf),
    queryFn: async () =>
      (await answer(
        client.GET('/api/v1/contracts/{contract}/goals/{goal}', {
          params: { path: { contract, goal }, query: { asOf } },
        }),
      )) as GoalPage,
    // Another day of the same goal stands until the new one is there.
    placeholderData: (previous: GoalPage | undefined) => (previous?.goal.id === goal ? previous : undefined),
  }
}
