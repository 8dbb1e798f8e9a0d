import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { casesAheadQuery } from '@/shared/api/casesAhead'
import { useAsOf, useContractId } from '@/shared/route'
import { listPlace } from './search'

/** Brings the list into view where a link leads to it, once what stands above it is there. */
export function useListInView(requirement: string, ready: boolean) {
  const led = useLocation({ select: ({ hash }) => hash === listPlace })
  const { isPending } = useQuery(casesAheadQuery(useContractId(), requirement, useAsOf()))
  const there = led && ready && !isPending
  useEffect(() => {
    if (there) document.getElementById(listPlace)?.scrollIntoView()
  }, [there])
}
