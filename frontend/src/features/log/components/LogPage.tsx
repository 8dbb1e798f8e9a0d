import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { changed, useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { factsQuery, logTable, pageLength } from '../api'
import { filterNames, type LogSearch } from '../search'
import { LogFilter } from './LogFilter'
import { LogTable } from './LogTable'

/** Every fact of the contract, by its place in the log. */
export function LogPage() {
  const { t } = useText()
  const { operations } = useSession()
  const contract = useContractId()
  const search: LogSearch = useSearch({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(factsQuery(contract, search, asOf))
  const ledger = `/api/v1/contracts/${encodeURIComponent(contract)}/ledger`
  usePageTitle(t('nav.log'))
  const narrowed = filterNames.some((name) => search[name] !== undefined)
  return (
    <>
      <h1>{t('nav.log')}</h1>
      <p className="sub">{t('log.what')}</p>
      <LogFilter search={search} actors={data?.actors ?? []} />
      {data ? (
        <>
          <p className="list-count">
            <span role="status">
              {narrowed ? t('log.countFound', { count: data.count }) : t('log.count', { count: data.count })}{' '}
              {narrowed ? <ClearLink /> : null}
            </span>
            <span className="exports screen-only">
              <ExportLinks ask={(format) => logTable(contract, search, asOf, format)} />
              {operations.includes('ledger.export') ? <a href={`${ledger}/export`}>{t('log.export')}</a> : null}
              <a href={`${ledger}/checkpoint`}>{t('log.checkpoint')}</a>
            </span>
          </p>
          {data.facts.length > 0 ? <LogTable facts={data.facts} search={search} /> : null}
          {data.facts.length === 0 ? <p className="empty">{narrowed ? t('log.noneFound') : t('log.empty')}</p> : null}
          <p className="filter screen-only">
            {search.after !== undefined ? (
              <Link to="." search={changed({ after: undefined })}>
                {t('log.first')}
              </Link>
            ) : null}
            {data.next !== null ? (
              <Link to="." search={changed({ after: data.next })}>
                {t('log.next', { count: pageLength })}
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

/** Back to the whole log, in the order chosen. */
function ClearLink() {
  const { t } = useText()
  return (
    <Link
      to="."
      search={changed({ ...Object.fromEntries(filterNames.map((name) => [name, undefined])), after: undefined })}
    >
      {t('log.clear')}
    </Link>
  )
}
