import { api } from '@/shared/api/client'
import type { NewStep, Saved } from '@/shared/api/wire'

export function addStep(contract: string, item: string, body: NewStep): Promise<Saved> {
  return api.post<Saved>('/contracts/{contract}/items/{item}/steps', { path: { contract, item }, body })
}
