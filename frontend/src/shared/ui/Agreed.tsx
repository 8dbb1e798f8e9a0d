import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '@/shared/api/overview'
import { useAsOf, useContractId } from '@/shared/route'

/** The language that the contract of the page is written in, whatever language is read in. */
export function useAgreedLanguage(): string {
  const { data } = useQuery({
    ...overviewQuery(useContractId(), useAsOf()),
    enabled: false, // the frame around the page fetches it
    select: (page) => page.contract.language,
  })
  return data ?? 'da'
}

/** A text of the contract's own, told apart from the words around it. */
export function Agreed({ children }: { children: string }) {
  return <span lang={useAgreedLanguage()}>{children}</span>
}
