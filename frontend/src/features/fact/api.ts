import { api } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { FactPage } from '@/shared/api/wire'

export function factQuery(contract: string, fact: string) {
  return {
    queryKey: keys.fact(contract, fact),
    queryFn: () => api.get<FactPage>('/contracts/{contract}/facts/{fact}', { path: { contract, fact } }),
  }
}
