import { createContext, use } from 'react'

export const AnnounceContext = createContext<(text: string) => void>(() => undefined)

/** Says something in the page's live region. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}
