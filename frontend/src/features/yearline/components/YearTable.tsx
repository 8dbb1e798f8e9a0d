import type { Timeline } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'

/** The same figures as the drawing, to be read. */
export function YearTable({ timeline, lang }: { timeline: Timeline; lang: string }) {
  const { t, language } = useText()
  return (
    <details className="year-table">
      <summary>{t('year.table')}</summary>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('year.day')}</th>
            <th scope="col" className="number">
              {t('year.obtained')}
            </th>
            <th scope="col" className="number">
              {t('year.most')}
            </th>
            <th scope="col" className="number">
              {t('year.decided')}
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.points.map((point) => (
            <tr key={point.day}>
              <th scope="row">{longDay(point.day, language)}</th>
              <td className="number">{formatRat(point.worst, language)}</td>
              <td className="number">{formatRat(point.best, language)}</td>
              <td className="number">{formatRat(point.decided, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('year.deadlines')}</p>
      <ul className="plain">
        {timeline.deadlines
          .filter((deadline) => deadline.due !== '')
          .map((deadline) => (
            <li key={deadline.id}>
              <span lang={lang}>{deadline.title}</span>
              {' · '}
              {longDay(deadline.due, language)}
            </li>
          ))}
      </ul>
    </details>
  )
}
