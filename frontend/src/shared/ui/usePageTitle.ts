import { useEffect } from 'react'

/** Names the page in the browser's tab. */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter((part) => part), 'Opfyldt'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
