import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { instant, longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { kindName } from '@/shared/text/kinds'
import { roleName } from '@/shared/text/roles'
import { useText } from '@/shared/text/useText'
import { bodyRows } from '@/shared/ui/body'
import { FactList } from '@/shared/ui/FactList'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { factQuery } from '../api'

/** One fact as it was written, and what was said of the same thing before and after. */
export function FactPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const { today } = useSession()
  const id = useParams({ strict: false }).fact ?? ''
  const { data, error, refetch } = useQuery(factQuery(contract, id, useAsOf()))
  usePageTitle(data ? t('fact.leaf', { leaf: data.fact.leaf }) : undefined)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  const { fact, history } = data
  return (
    <>
      <h1>{fact.sentence}</h1>
      <p className="sub">
        {kindName(fact.kind, t)}
        {' · '}
        {t('fact.leaf', { leaf: fact.leaf })}
        {' · '}
        {fact.signed ? t('log.signed') : t('log.unsigned')}
      </p>
      {data.degree ? <p className="result-words">{data.degree}</p> : null}
      <section className="requirement">
        <h2>{t('fact.who')}</h2>
        <dl className="pairs">
          <dt>{t('fact.by')}</dt>
          <dd>
            {fact.actor.name}, {roleName(fact.actor.role, t)}
          </dd>
          <dt>{t('log.day')}</dt>
          <dd>{longDay(fact.day, language)}</dd>
          <dt>{t('log.recorded')}</dt>
          <dd>{instant(fact.recorded, language)}</dd>
          {fact.goal ? (
            <>
              <dt>{t('col.goal')}</dt>
              <dd>
                <Link to="/c/$contract/goals/$goal" params={{ contract, goal: fact.goal }}>
                  {t('fact.goal', { goal: fact.goal })}
                </Link>
              </dd>
            </>
          ) : null}
          <dt>{t('fact.id')}</dt>
          <dd>{fact.id}</dd>
        </dl>
        <h2>{t('fact.body')}</h2>
        <dl className="pairs">
          {bodyRows(fact.body, language, t).map((row, place) => (
            <div key={`${row.key} ${place}`} className="pair-row">
              <dt>{row.label}</dt>
              <dd>
                {row.fact === undefined ? (
                  row.value
                ) : (
                  <Link to="/c/$contract/facts/$fact" params={{ contract, fact: row.fact }}>
                    {t('body.openFact')}
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="requirement">
        <h2>{t('fact.history')}</h2>
        <FactList facts={history} today={today} />
      </section>
    </>
  )
}
