import { ApiProblem } from '@/shared/api/client'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'

/** Why the file could not be compared or written; what was said stays on the page. */
export function WhatFailed({ error, again }: { error: unknown; again: (() => void) | undefined }) {
  const { t } = useText()
  const problem = error instanceof ApiProblem ? error.problem : undefined
  if (problem?.status === 401) {
    return (
      <p className="alert alert-warning" role="alert">
        {t('planfile.loggedOut')}{' '}
        <a href="/auth/login" target="_blank" rel="noreferrer">
          {t('form.loginAgain')}
        </a>
      </p>
    )
  }
  return (
    <>
      <Trouble error={error} {...(again ? { again } : {})} />
      {problem?.errors && problem.errors.length > 0 ? (
        <ul className="small">
          {problem.errors.map(({ location, message }) => (
            <li key={location + message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
