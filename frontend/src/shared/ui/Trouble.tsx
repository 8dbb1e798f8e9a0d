import { ApiProblem } from '@/shared/api/client'
import { useText } from '@/shared/text/useText'

/** An error, told as an error. */
export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useText()
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const text =
    problem === undefined
      ? error instanceof TypeError
        ? t('error.offline')
        : t('error.crash')
      : problem.status === 404
        ? t('error.notFound')
        : (problem.detail ?? problem.title)
  return (
    <div className="alert alert-error" role="alert">
      <h2 className="alert-heading">{t('error.title')}</h2>
      <p className="alert-text">{text}</p>
      {problem?.requestId ? <p className="small soft">{t('error.request', { id: problem.requestId })}</p> : null}
      {again ? (
        <button type="button" className="linklike" onClick={again}>
          {t('error.again')}
        </button>
      ) : null}
    </div>
  )
}
