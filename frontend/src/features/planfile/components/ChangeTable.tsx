import { useState } from 'react'
import { useText } from '@/shared/text/useText'
import type { Change } from '../api'
import type { Said } from '../choose'
import { ChangeRow } from './ChangeRow'

interface Props {
  changes: Change[]
  contract: string
  said: Said
  onSay: (said: Said) => void
}

const pageLength = 50

/** The changed steps, a page at a time. */
export function ChangeTable({ changes, contract, said, onSay }: Props) {
  const { t } = useText()
  const [wanted, setPage] = useState(0)
  const pages = Math.ceil(changes.length / pageLength)
  const page = Math.min(wanted, pages - 1)
  return (
    <>
      <table className="rows stacked plan-changes">
        <caption className="sr-only">{t('planfile.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('planfile.step')}</th>
            <th scope="col">{t('planfile.change')}</th>
            <th scope="col">{t('planfile.say')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(page * pageLength, (page + 1) * pageLength).map((change) => (
            <ChangeRow key={change.step} change={change} contract={contract} said={said} onSay={onSay} />
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <nav className="filter" aria-label={t('planfile.pages')}>
          <button type="button" className="linklike" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('planfile.before')}
          </button>
          <span role="status">{t('planfile.page', { page: page + 1, pages })}</span>
          <button type="button" className="linklike" disabled={page + 1 === pages} onClick={() => setPage(page + 1)}>
            {t('planfile.next')}
          </button>
        </nav>
      ) : null}
    </>
  )
}
