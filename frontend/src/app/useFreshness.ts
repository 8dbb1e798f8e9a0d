import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/shared/api/keys'

/** The log's head is the version of everything under it: when it moves, the rest of the page is fetched anew. */
export function useFreshness(contract: string, root: string | undefined): void {
  const client = useQueryClient()
  const seen = useRef<string>(undefined)
  useEffect(() => {
    if (root === undefined) return
    if (seen.current !== undefined && seen.current !== root) {
      void client.invalidateQueries({
        queryKey: keys.contract(contract),
        predicate: (query) => query.queryKey[2] !== 'overview',
      })
    }
    seen.current = root
  }, [client, contract, root])
}
