import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** How long nobody types before the file is checked. */
const pause = 400

/** Checks a text as one types: what the server found of the text as it was a moment ago. */
export function useCheck<T>(name: string, source: string, check: (source: string, signal: AbortSignal) => Promise<T>) {
  const [settled, settle] = useState(source)
  useEffect(() => {
    const timer = setTimeout(() => settle(source), pause)
    return () => clearTimeout(timer)
  }, [source])
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['check', name, settled],
    queryFn: ({ signal }) => check(settled, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
    enabled: settled.trim() !== '',
  })
  return { found: settled.trim() === '' ? undefined : data, error, refetch, checking: settled !== source || isPlaceholderData }
}
