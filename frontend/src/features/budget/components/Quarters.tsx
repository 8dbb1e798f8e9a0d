import { longDay } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { useText } from '@/shared/text/useText'
import type { BudgetView } from '../wire'

/** The account at the end of each quarter, the year to date. */
export function Quarters({ view }: { view: BudgetView }) {
  const { t, language } = useText()
  return (
    <section className="requirement">
      <h2>{t('budget.quarters')}</h2>
      <table className="rows stacked">
        <thead>
          <tr>
            <th scope="col">{t('budget.until')}</th>
            <th scope="col" className="number">{t('budget.budget')}</th>
            <th scope="col" className="number">{t('budget.spent')}</th>
            <th scope="col" className="number">{t('budget.deviation')}</th>
          </tr>
        </thead>
        <tbody>
          {view.quarters.map(({ to, account, deviationText }) => (
            <tr key={to}>
              <th scope="row">{longDay(to, language)}</th>
              <td className="number" data-title={t('budget.budget')}>{formatOere(account.budget, language)}</td>
              <td className="number" data-title={t('budget.spent')}>{formatOere(account.spent, language)}</td>
              <td className="number" data-title={t('budget.deviation')}>{t('number.percent', { value: deviationText })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
