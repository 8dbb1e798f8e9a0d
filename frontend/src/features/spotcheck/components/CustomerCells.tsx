import { Fragment } from 'react'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { Customer } from '../wire'

/** What the list says of a customer: agreement, kind, sector, risk, volume and the columns of its own. */
export function CustomerCells({ cells }: { cells: Customer['cells'] }) {
  const { t, language } = useText()
  const filled = Object.entries(cells).filter(([, value]) => value !== '')
  if (filled.length === 0) return null
  const figure = (column: string, value: string) => (column === 'mængde' ? formatRat(value, language) : value)
  return (
    <details className="small">
      <summary>{t('spotcheck.cells')}</summary>
      <dl className="pairs">
        {filled.map(([column, value]) => (
          <Fragment key={column}>
            <dt>{column}</dt>
            <dd>{figure(column, value)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}
