import { useEffect, useState } from 'react'

/** A value once it has rested: what is typed, not each key. */
export function useRested(value: string, pause = 150): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return rested
}
