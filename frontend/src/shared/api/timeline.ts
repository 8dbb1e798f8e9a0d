import { answer, client } from './client'
import { keys } from './keys'

// Always the whole year as it is known now: the strip stays still while the
// hand moves along it.
export function timelineQuery(contract: string) {
  return {
    queryKey: keys.timeline(contract),
    queryFn: () => answer(client.GET('/api/v1/contracts/{contract}/timeline', { params: { path: { contract } } })),
  }
}
