import { answer, client } from './client'
import { keys } from './keys'
import { askAgain } from './live'
import type { WorkPage } from './wire'

/** What waits for oneself, in all contracts. */
export const workQuery = {
  queryKey: keys.work,
  queryFn: async () => (await answer(client.GET('/api/v1/work'))) as WorkPage,
  // What somebody else reports asks something of oneself.
  refetchInterval: askAgain,
}
