import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { longDay, instant } from '@/shared/format/day'
import { useContractId, useContractSearch } from '@/shared/route'
import { factKinds, kindName } from '@/shared/text/kinds'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { factsQuery } from '../api'

/** Every fact of the contract, by its place in the log. */
export function LogPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const { kind, after, asOf } = useContractSearch()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(factsQuery(contract, { kind, after, asOf }))
  usePageTitle(t('nav.log'))
  return (
    <>
      <h1>{t('nav.log')}</h1>
      <p className="sub">{t('log.what')}</p>
      <p className="filter screen-only">
        <label>
          {t('log.kind')}{' '}
          <select
            value={kind ?? ''}
            onChange={(event) =>
              void navigate({
                to: '.',
                search: (previous) => ({ ...previous, kind: event.target.value || undefined, after: undefined }),
              })
            }
          >
            <option value="">{t('log.all')}</option>
            {factKinds.map((one) => (
              <option key={one} value={one}>
                {kindName(one, t)}
              </option>
            ))}
          </select>
        </label>
        <a href={`/api/v1/contracts/${encodeURIComponent(contract)}/ledger/export`}>{t('log.export')}</a>
        <a href={`/api/v1/contracts/${encodeURIComponent(contract)}/ledger/checkpoint`}>{t('log.checkpoint')}</a>
      </p>
      {data ? (
        <>
          <table className="rows log-table">
            <caption className="sr-only">{t('nav.log')}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('log.number')}
                </th>
                <th scope="col">{t('log.fact')}</th>
                <th scope="col">{t('log.day')}</th>
                <th scope="col">{t('log.recorded')}</th>
              </tr>
            </thead>
            <tbody>
              {data.facts.map((fact) => (
                <tr key={fact.id}>
                  <td className="number">{fact.leaf}</td>
                  <td>
                    <Link to="/c/$contract/facts/$fact" params={{ contract, fact: fact.id }}>
                      {fact.sentence}
                    </Link>
                    <span className="why">
                      {kindName(fact.kind, t)}
                      {' · '}
                      {fact.actor.name}
                    </span>
                  </td>
                  <td className="nowrap log-day">{longDay(fact.day, language)}</td>
                  <td className="log-recorded">
                    <span className="nowrap">{instant(fact.recorded, language)}</span>
                    <span className="why">{fact.signed ? t('log.signed') : t('log.unsigned')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.facts.length === 0 ? <p className="empty">{t('log.empty')}</p> : null}
          <p className="filter screen-only">
            {after !== undefined ? (
              <Link to="." search={(previous) => ({ ...previous, after: undefined })}>
                {t('log.first')}
              </Link>
            ) : null}
            {data.next !== null ? (
              <Link to="." search={(previous) => ({ ...previous, after: data.next ?? undefined })}>
                {t('log.next')}
              </Link>
            ) : null}
          </p>
        </>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </>
  )
}
