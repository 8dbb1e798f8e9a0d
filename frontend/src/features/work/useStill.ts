import { useState } from 'react'
import type { WorkLine } from '@/shared/api/wire'
import { keyOf } from './acts'

interface Still {
  lines: WorkLine[]
  /** How many have come since and are not shown yet. */
  fresh: number
  show: () => void
}

/**
 * Keeps the lines where they are while somebody works on them: what is done goes
 * away, what comes in waits until it is asked for.
 */
export function useStill(lines: WorkLine[]): Still {
  const [shown, setShown] = useState(() => lines.map(keyOf))
  const byKey = new Map(lines.map((line) => [keyOf(line), line]))
  const still = shown.flatMap((key) => byKey.get(key) ?? [])
  return {
    lines: still,
    fresh: lines.length - still.length,
    show: () => setShown(lines.map(keyOf)),
  }
}
