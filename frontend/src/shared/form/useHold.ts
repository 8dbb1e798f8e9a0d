import { useCallback, useEffect, useRef, useState } from 'react'

/** How long one can still think better of it. */
export const holdSeconds = 10

export interface Held {
  /** What will be recorded, in words. */
  sentences: string[]
  /** Whole seconds that are left. */
  left: number
  undo: () => void
  now: () => void
}

interface Pending {
  sentences: string[]
  until: number
  send: (parting: boolean) => void
  back: () => void
}

interface Hold {
  held: Held | undefined
  /** Holds back; calls one of the two in the end. */
  begin: (sentences: string[], send: (parting: boolean) => void, back: () => void) => void
}

/**
 * Holds back what is to be written for ten seconds. Whoever leaves the form or
 * the tab before has not taken it back: then it goes out at once.
 */
export function useHold(): Hold {
  const pending = useRef<Pending>(undefined)
  const here = useRef(false)
  const [shown, setShown] = useState<{ sentences: string[]; left: number }>()

  const end = useCallback((send: boolean, parting: boolean) => {
    const ended = pending.current
    pending.current = undefined
    if (here.current) setShown(undefined)
    if (send) ended?.send(parting)
    else ended?.back()
  }, [])

  const begin = useCallback(
    (sentences: string[], send: (parting: boolean) => void, back: () => void) => {
      pending.current = { sentences, send, back, until: Date.now() + holdSeconds * 1000 }
      if (!here.current || document.visibilityState === 'hidden') end(true, true)
      else setShown({ sentences, left: holdSeconds })
    },
    [end],
  )

  useEffect(() => {
    here.current = true
    const hidden = () => {
      if (document.visibilityState === 'hidden') end(true, true)
    }
    const leaving = () => end(true, true)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    return () => {
      here.current = false
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      end(true, false)
    }
  }, [end])

  const waiting = shown !== undefined
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => {
      const now = pending.current
      if (!now) return
      const left = Math.ceil((now.until - Date.now()) / 1000)
      if (left <= 0) end(true, false)
      else setShown({ sentences: now.sentences, left })
    }, 250)
    return () => clearInterval(timer)
  }, [waiting, end])

  return {
    held: shown && { ...shown, undo: () => end(false, false), now: () => end(true, false) },
    begin,
  }
}
