import { longDay, monthName } from '@/shared/format/day'
import { formatBeside, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { CaseGroup, CasesPage } from '../wire'
import { DurationPlot } from './DurationPlot'

/** How the concluded cases are spread: over time, by kind and outcome, by how long they took. */
export function CaseStatistics({ page, file }: { page: CasesPage; file: string }) {
  const { t, language } = useText()
  const { months, quarters, toDate, kinds, outcomes, durations } = page.statistics
  const limited = page.measure === 'timeliness'
  const table = (title: string, groups: CaseGroup[], name: (group: CaseGroup) => string) => (
    <GroupTable title={title} groups={groups} name={name} limited={limited} target={page.target} known={toDate.to} />
  )
  return (
    <>
      <section className="requirement">
        <h2>{t('cases.overTime')}</h2>
        {table(t('cases.byMonth'), months, ({ name }) => monthName(name, language))}
        {table(t('cases.byQuarter'), [...quarters, toDate], ({ name, from, to }) =>
          name === '' ? t('cases.toDate', { from: longDay(from, language), to: longDay(to, language) }) : t('cases.quarter', { number: name }),
        )}
      </section>
      <section className="requirement">
        <h2>{t('cases.spread')}</h2>
        {table(t('cases.col.kind'), kinds, ({ name }) => name || t('cases.unsaid'))}
        {table(t('cases.col.outcome'), outcomes, ({ name }) => name || t('cases.unsaid'))}
      </section>
      {durations.length > 0 ? <DurationPlot statistics={page.statistics} file={`${file}-${t('cases.durationFile')}`} /> : null}
    </>
  )
}

interface TableProps {
  title: string
  groups: CaseGroup[]
  name: (group: CaseGroup) => string
  limited: boolean
  target: string
  /** The day that the figures are known up to. */
  known: string
}

function GroupTable({ title, groups, name, limited, target, known }: TableProps) {
  const { t, language } = useText()
  const number = (n: number) => formatRat(String(n), language)
  return (
    <table className="rows stacked">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className="number">
            {t('cases.col.concluded')}
          </th>
          {limited ? (
            <>
              <th scope="col" className="number">
                {t('cases.state.timely')}
              </th>
              <th scope="col" className="number">
                {t('cases.share')}
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.name} ${group.from}`}>
            <th scope="row">
              {name(group)}
              {group.data === 'begun' && group.name !== '' ? <span className="why">{t('cases.upTo', { day: longDay(known, language) })}</span> : null}
            </th>
            <td className="number" data-title={t('cases.col.concluded')}>
              {group.data === 'none' ? <span className="soft">{t('cases.noData')}</span> : number(group.concluded)}
            </td>
            {limited && group.data === 'none' ? <td colSpan={2} /> : null}
            {limited && group.data !== 'none' ? (
              <>
                <td className="number" data-title={t('cases.state.timely')}>
                  {number(group.timely)}
                </td>
                <td className="number" data-title={t('cases.share')}>
                  {group.share === null ? '–' : t('number.percent', { value: formatBeside(group.share, target, language) })}
                </td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
