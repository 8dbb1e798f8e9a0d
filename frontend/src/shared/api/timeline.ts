import { api } from './client'
import { keys } from './keys'
import type { Timeline } from './wire'

// Always the whole year as it is known now: the strip stays still while the
// hand moves along it.
export function timelineQuery(contract: string) {
  return {
    queryKey: keys.timeline(contract),
    queryFn: () => api.get<Timeline>('/contracts/{contract}/timeline', { path: { contract } }),
  }
}
