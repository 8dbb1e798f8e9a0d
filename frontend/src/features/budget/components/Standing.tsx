import { longDay } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { useText } from '@/shared/text/useText'
import { Figure } from '@/shared/ui/Figure'
import type { BudgetPage } from '../wire'

/** What was spent of the budget, in words first. */
export function Standing({ page }: { page: BudgetPage }) {
  const { t, language } = useText()
  const { view, until } = page
  if (!view) return <p className="empty">{t('budget.none')}</p>
  const kroner = (oere: number) => formatOere(oere, language)
  const late = page.late ? <p className="alert alert-warning">{t('budget.late', { settled: longDay(page.settled, language), reason: page.late })}</p> : null
  if (!page.fact || !until) 
    return (
      <>
        <p className="empty">{t('budget.noPostings', { year: kroner(view.account.year) })}</p>
        {late}
      </>
    )
  return (
    <>
      <p className="sub">
        <Figure figure={`requirement:${page.requirement}`}>{t('number.percent', { value: view.deviationText })}</Figure>{' '}
        {t('budget.standing', { spent: kroner(view.account.spent), budget: kroner(view.account.budget), day: longDay(until, language) })}{' '}
        {page.target ? t('survey.isTarget', { target: page.target }) : null}{' '}
        {view.kept === null || view.kept === undefined ? null : t(view.kept ? 'budget.kept' : 'budget.missed')}{' '}
        <span className="tag">{page.final ? t('result.isFinal') : t('result.notFinal')}</span>
      </p>
      {late}
      {page.final ? null : <p>{t('budget.forecast', { deviation: view.plannedText, year: kroner(view.account.year) })}</p>}
      {page.final ? null : (
        <details className="small">
          <summary>{t('plot.method')}</summary>
          <p>{t('budget.method')}</p>
        </details>
      )}
      {page.counts ? null : (
        <p className="alert alert-warning" role="status">
          {t('budget.otherCounts')}
        </p>
      )}
    </>
  )
}
