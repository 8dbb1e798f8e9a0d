import { Fragment } from 'react'
import type { Overview } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { ComingRow } from './Coming'
import { GoalRow } from './GoalRow'

/** The goals in the contract's order, as Table 11 has them. */
export function GoalTable({ page }: { page: Overview }) {
  const { t } = useText()
  const lang = page.contract.language ?? 'da'
  // When all is decided there is no next, and the table has Table 11's columns alone.
  const next = page.blocks.some((block) => block.goals.some((line) => line.next !== null))
  return (
    <table className="rows goals">
      <caption className="sr-only">{t('overview.goals')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.goal')}</th>
          <th scope="col">{t('col.state')}</th>
          {next ? <th scope="col">{t('col.next')}</th> : null}
          <th scope="col" className="number">
            {t('col.degree')}
          </th>
          <th scope="col" className="number">
            {t('col.weight')}
          </th>
          <th scope="col" className="number">
            {t('col.contribution')}
          </th>
        </tr>
      </thead>
      {page.blocks.map((block) => (
        <tbody key={block.id}>
          <tr className="group">
            <th colSpan={next ? 6 : 5} scope="rowgroup" lang={lang}>
              {block.title}
            </th>
          </tr>
          {block.goals.map((line) => (
            <Fragment key={line.id}>
              <GoalRow line={line} contract={page.contract.id} today={page.asOf.day} lang={lang} next={next} />
              {page.coming.map((version) => (
                <ComingRow key={version.version} version={version} replaces={line.id} next={next} />
              ))}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  )
}
