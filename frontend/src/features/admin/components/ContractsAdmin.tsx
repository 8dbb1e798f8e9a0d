import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { instant, longDay } from '@/shared/format/day'
import { ExportLinks } from '@/shared/list/ExportLinks'
import { FilterText } from '@/shared/list/FilterFields'
import { SortHead } from '@/shared/list/SortHead'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { contractsQuery, contractsTable } from '../api'
import { arranged, type AdminContract } from '../order'
import type { AdminSearch } from '../search'
import { AdminPart } from './AdminPart'

/** Every contract with its versions and how far its log has come. */
export function ContractsAdmin() {
  const { t, language } = useText()
  const search: AdminSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const query = useQuery(contractsQuery)
  const putText = useCallback(
    (text: string | undefined) => void navigate({ to: '.', search: changed({ text }), replace: true, resetScroll: false }),
    [navigate],
  )
  const order = { sort: search.sort ?? 'agency', down: search.down ?? false }
  return (
    <AdminPart title={t('contracts.title')} what={t('admin.contracts')} query={query}>
      {({ contracts }) => {
        const lines = arranged(contracts, search, language)
        return (
          <>
            <form className="filters screen-only" role="search" onSubmit={(event) => event.preventDefault()}>
              <FilterText label={t('portfolio.text')} value={search.text} onChange={putText} />
            </form>
            <p className="list-count">
              <span role="status">{t('portfolio.found', { count: lines.length })}</span>
              <ExportLinks ask={(format) => contractsTable(format, search.text)} />
            </p>
            <table className="rows stacked">
              <caption className="sr-only">{t('contracts.title')}</caption>
              <thead>
                <tr>
                  <SortHead by="agency" {...order}>
                    {t('portfolio.contract')}
                  </SortHead>
                  <th scope="col">{t('admin.versions')}</th>
                  <SortHead by="facts" {...order} first="down" className="number">
                    {t('admin.facts')}
                  </SortHead>
                  <SortHead by="last" {...order} first="down">
                    {t('admin.lastFact')}
                  </SortHead>
                  <SortHead by="signed" {...order} first="down">
                    {t('admin.checkpoint')}
                  </SortHead>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Row key={line.id} line={line} />
                ))}
              </tbody>
            </table>
            {lines.length === 0 ? <p className="empty">{t('portfolio.none')}</p> : null}
          </>
        )
      }}
    </AdminPart>
  )
}

function Row({ line }: { line: AdminContract }) {
  const { t, language } = useText()
  const open = line.facts - line.signed
  return (
    <tr>
      <th scope="row">
        <span className="title">
          <Link to="/c/$contract" params={{ contract: line.id }}>
            {line.title}
          </Link>
        </span>
        <span className="why">
          {line.agency} · {line.id}
        </span>
      </th>
      <td data-title={t('admin.versions')}>
        {line.versions.map((version) => (
          <span key={version.version} className="given" title={version.sha256}>
            {t('admin.version', { version: version.version, from: longDay(version.from, language) })}
          </span>
        ))}
      </td>
      <td data-title={t('admin.facts')} className="number">
        <Link to="/c/$contract/log" params={{ contract: line.id }}>
          {line.facts}
        </Link>
      </td>
      <td data-title={t('admin.lastFact')}>{line.lastFact ? instant(line.lastFact, language) : t('admin.noFact')}</td>
      <td data-title={t('admin.checkpoint')}>
        {line.signedAt ? instant(line.signedAt, language) : t('admin.unsigned')}
        <span className="why">{open > 0 ? t('admin.open', { count: open }) : t('admin.allSigned')}</span>
      </td>
    </tr>
  )
}
