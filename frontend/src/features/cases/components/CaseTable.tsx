import { Link, useParams } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { SortHead } from '@/shared/list/SortHead'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import type { CasesSearch } from '../search'
import type { CasesPage } from '../wire'

/** The cases, one a row. */
export function CaseTable({ page, search }: { page: CasesPage; search: CasesSearch }) {
  const { t, language } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const order = { sort: search.sort ?? 'reference', down: search.down ?? false }
  const limited = page.measure === 'timeliness'
  const day = (text: string) => (text === '' ? '–' : longDay(text, language))
  return (
    <table className="rows stacked">
      <caption className="sr-only">{t('cases.list')}</caption>
      <thead>
        <tr>
          <SortHead by="reference" {...order}>
            {t('cases.col.reference')}
          </SortHead>
          <SortHead by="received" {...order}>
            {t('cases.col.received')}
          </SortHead>
          <SortHead by="concluded" {...order}>
            {t('cases.col.concluded')}
          </SortHead>
          {limited ? (
            <SortHead by="due" {...order}>
              {t('cases.col.due')}
            </SortHead>
          ) : null}
          <th scope="col">{t('cases.col.kind')}</th>
          <th scope="col">{t('cases.col.outcome')}</th>
          <th scope="col">{t('cases.col.state')}</th>
        </tr>
      </thead>
      <tbody>
        {page.cases.map((line) => (
          <tr key={line.reference}>
            <th scope="row">
              <Link to="/c/$contract/goals/$goal/cases/$requirement/$reference" params={{ contract, goal, requirement, reference: line.reference }}>
                {line.reference}
              </Link>
            </th>
            <td data-title={t('cases.col.received')}>{day(line.received)}</td>
            <td data-title={t('cases.col.concluded')}>{day(line.concluded)}</td>
            {limited ? <td data-title={t('cases.col.due')}>{day(line.due)}</td> : null}
            <td data-title={t('cases.col.kind')}>{line.kind || '–'}</td>
            <td data-title={t('cases.col.outcome')}>{line.outcome || '–'}</td>
            <td data-title={t('cases.col.state')}>
              {t(`cases.state.${line.state}`)}
              {line.left !== null ? <span className="why">{line.left < 0 ? t('cases.over', { count: -line.left }) : t('cases.left', { count: line.left })}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
