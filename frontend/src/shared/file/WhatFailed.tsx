import { ApiProblem } from '@/shared/api/client'
import { Trouble } from '@/shared/ui/Trouble'

/** Why a file could not be read or written; what was said of it stays on the page. */
export function WhatFailed({ error }: { error: unknown }) {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  return (
    <>
      <Trouble error={error} />
      {errors.length > 0 ? (
        <ul className="small">
          {errors.map(({ location, message }) => (
            <li key={location + message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
