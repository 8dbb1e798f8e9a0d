import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'

interface Props<T> {
  title: string
  what: string
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
}

/** A page of the administration: what it shows, and the answer once it is there. */
export function AdminPart<T>({ title, what, query, children }: Props<T>) {
  usePageTitle(title)
  return (
    <div className="wrap">
      <main className="main-column page" id="content" tabIndex={-1}>
        <h1>{title}</h1>
        <p className="sub">{what}</p>
        {query.data !== undefined ? (
          children(query.data)
        ) : query.error ? (
          <Trouble error={query.error} again={() => void query.refetch()} />
        ) : (
          <Waiting />
        )}
      </main>
    </div>
  )
}
