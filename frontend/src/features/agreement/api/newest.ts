import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { fileAddress } from './text'

/** A version's file; it never changes. */
export function newestQuery(contract: string, version: number) {
  return {
    queryKey: keys.file(contract, version),
    queryFn: async () => {
      const response = await fetch(fileAddress(contract, version))
      if (!response.ok) throw new ApiProblem({ title: response.statusText, status: response.status })
      return { version, source: await response.text() }
    },
    staleTime: Infinity,
  }
}
