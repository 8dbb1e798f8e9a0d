import { keepPreviousData } from '@tanstack/react-query'
import { answer, client } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { holdsPersonNumber } from '@/shared/text/personNumber'
import type { HitKind, SearchResult } from './wire'

interface Asked {
  q: string
  kind?: HitKind | undefined
  asOf?: string | undefined
  limit: number
}

export function searchQuery({ q, kind, asOf, limit }: Asked) {
  return {
    queryKey: keys.search(q, kind, asOf, limit),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<SearchResult> =>
      answer(
        client.GET('/api/v1/search', {
          params: { query: { q, kind: kind === undefined ? undefined : [kind], asOf, limit } },
          signal,
        }),
      ),
    enabled: q.trim().length > 1 && !holdsPersonNumber(q),
    placeholderData: keepPreviousData,
    retry: false as const,
  }
}
