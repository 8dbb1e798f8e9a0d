import type { ContractPage } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

/** What the department gets and when. */
export function Deadlines({ reporting }: { reporting: ContractPage['reporting'] }) {
  const { t, language } = useText()
  if (reporting.text === '' && reporting.deadlines.length === 0) return null
  return (
    <section className="requirement">
      <h2>{t('agreement.reporting')}</h2>
      {reporting.text ? <p>{reporting.text}</p> : null}
      <ul className="plain rules">
        {reporting.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <table className="rows stacked">
        <caption className="sr-only">{t('agreement.reporting')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.report')}</th>
            <th scope="col">{t('agreement.covers')}</th>
            <th scope="col">{t('agreement.dueDay')}</th>
          </tr>
        </thead>
        <tbody>
          {reporting.deadlines.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.title}</th>
              <td data-title={t('agreement.covers')}>
                {t('contracts.period', { from: longDay(one.from, language), to: longDay(one.to, language) })}
              </td>
              <td data-title={t('agreement.dueDay')}>
                {one.due ? longDay(one.due, language) : t('agreement.noDay')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
