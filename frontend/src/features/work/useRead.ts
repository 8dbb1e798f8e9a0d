import { useState } from 'react'

const prefix = 'opfyldt.read.'

/** The last fact of a contract's log that this person has read, in this browser; -1 before the first. */
export function useRead(contract: string): [number, (leaf: number) => void] {
  const [read, setRead] = useState(() => {
    const kept = Number.parseInt(localStorage.getItem(prefix + contract) ?? '', 10)
    return Number.isNaN(kept) ? -1 : kept
  })
  return [
    read,
    (leaf) => {
      localStorage.setItem(prefix + contract, String(leaf))
      setRead(leaf)
    },
  ]
}
