import { answer, client } from './client'
import { keys } from './keys'

// Without a day it is the whole year as it is known now: the strip stays still
// while the hand moves along it. With one it ends there and looks ahead from it.
export function timelineQuery(contract: string, asOf?: string) {
  return {
    queryKey: keys.timeline(contract, asOf),
    queryFn: () =>
      answer(client.GET('/api/v1/contracts/{contract}/timeline', { params: { path: { contract }, query: { asOf } } })),
  }
}
