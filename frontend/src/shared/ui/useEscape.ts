import { useEffect, type RefObject } from 'react'

/** Calls back when Escape is pressed within an element. */
export function useEscape(element: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const within = element.current
    if (!within) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape()
    }
    within.addEventListener('keydown', listen)
    return () => within.removeEventListener('keydown', listen)
  }, [element, onEscape])
}
