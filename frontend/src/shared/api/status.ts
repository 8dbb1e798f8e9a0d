import { api } from './client'
import { keys } from './keys'
import type { Status } from './wire'

export const statusQuery = {
  queryKey: keys.status,
  queryFn: () => api.get<Status>('/status'),
  staleTime: Infinity,
}
