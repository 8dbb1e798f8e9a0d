import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from './client'
import { keys } from './keys'
import type { SafeDayList } from './wire'

/** Until when each open step can be done without loss; of one goal where it is named. */
export function safeDaysQuery(contract: string, goal: string | undefined, asOf: string | undefined) {
  return {
    queryKey: keys.safeDays(contract, goal, asOf),
    queryFn: async (): Promise<SafeDayList> =>
      answer(
        client.GET('/api/v1/contracts/{contract}/last-safe-days', { params: { path: { contract }, query: { goal, asOf } } }),
      ),
    placeholderData: keepPreviousData,
  }
}
