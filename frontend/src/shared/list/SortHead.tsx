import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { changed } from '@/shared/route'

interface Props {
  /** What the address calls the order. */
  by: string
  /** The order in force, and whether it is turned round. */
  sort: string
  down: boolean
  /** Which way the column is read first. */
  first?: 'up' | 'down'
  className?: string
  children: ReactNode
}

/** A column's heading that orders the list by it, and once more the other way. */
export function SortHead({ by, sort, down, first = 'up', className, children }: Props) {
  const active = by === sort
  return (
    <th scope="col" className={className} aria-sort={active ? (down ? 'descending' : 'ascending') : undefined}>
      <Link
        to="."
        search={changed({ sort: by, down: active ? !down : first === 'down', after: undefined })}
        resetScroll={false}
        className="sort"
      >
        {children}
        {active ? (
          <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <path d={down ? 'M1 2.5h8L5 8.5z' : 'M1 7.5h8L5 1.5z'} />
          </svg>
        ) : null}
      </Link>
    </th>
  )
}
