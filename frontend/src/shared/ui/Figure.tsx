import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  /** "total", "goal:2", "requirement:5a" … */
  figure: string
  children: ReactNode
  className?: string
}

/** A figure that opens its explanation beside the page. */
export function Figure({ figure, children, className }: Props) {
  return (
    <Link
      to="."
      search={(previous) => ({ ...previous, explain: figure })}
      resetScroll={false}
      className={className}
      data-figure={figure}
    >
      {children}
    </Link>
  )
}
