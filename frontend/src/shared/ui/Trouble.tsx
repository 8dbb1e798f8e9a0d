import { Link } from '@tanstack/react-router'
import { ApiProblem } from '@/shared/api/client'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'

interface Props {
  error: unknown
  again?: () => void
  /** It stands in for the whole page: it has the page's heading, and leads on. */
  page?: boolean
}

/** An error, told as an error. */
export function Trouble({ error, again, page = false }: Props) {
  const { t } = useText()
  const contract = useContractId()
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const missing = problem?.status === 404
  const offline = error instanceof TypeError
  const text = missing
    ? t('error.notFound')
    : problem === undefined
      ? t(offline ? 'error.offline' : 'error.crash')
      : (problem.detail ?? problem.title)
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className={page ? undefined : 'alert alert-error'} role="alert">
      <Heading className={page ? undefined : 'alert-heading'}>
        {missing ? t('error.missing') : offline ? t('error.silent') : t('error.title')}
      </Heading>
      <p className={page ? 'sub' : 'alert-text'}>{text}</p>
      {problem?.requestId ? <p className="small soft">{t('error.request', { id: problem.requestId })}</p> : null}
      {again && !missing ? (
        <button type="button" className={page ? 'button button-primary' : 'linklike'} onClick={again}>
          {t('error.again')}
        </button>
      ) : null}
      {page && missing ? (
        <p>
          {contract === '' ? (
            <Link to="/">{t('error.home')}</Link>
          ) : (
            <Link to="/c/$contract" params={{ contract }}>
              {t('error.toOverview')}
            </Link>
          )}
        </p>
      ) : null}
    </div>
  )
}
