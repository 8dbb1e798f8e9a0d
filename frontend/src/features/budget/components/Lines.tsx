import { useState } from 'react'
import { formatOere } from '@/shared/format/money'
import { useText } from '@/shared/text/useText'
import { lineName } from '../account'
import type { BudgetPage, BudgetView, BudgetLine } from '../wire'
import { ExplainForm } from './ExplainForm'

/** The lines, each with what was spent of it and why it deviates. */
export function Lines({ page, view, contract }: { page: BudgetPage; view: BudgetView; contract: string }) {
  const { t, language } = useText()
  const [open, setOpen] = useState('')
  const may = page.canReport && !page.past
  return (
    <section className="requirement">
      <h2>{t('budget.lines')}</h2>
      <table className="rows stacked">
        <caption className="sr-only">{t('budget.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.line')}</th>
            <th scope="col" className="number">{t('budget.budget')}</th>
            <th scope="col" className="number">{t('budget.spent')}</th>
            <th scope="col" className="number">{t('budget.difference')}</th>
            <th scope="col" className="number">{t('budget.year')}</th>
            <th scope="col">{t('budget.explanation')}</th>
          </tr>
        </thead>
        <tbody>
          {(view.lines as BudgetLine[]).map((line) => (
            <tr key={line.id}>
              <th scope="row">{lineName(line)}</th>
              <td className="number" data-title={t('budget.budget')}>{formatOere(line.account.budget, language)}</td>
              <td className="number" data-title={t('budget.spent')}>{formatOere(line.account.spent, language)}</td>
              <td className="number" data-title={t('budget.difference')}>{formatOere(line.account.spent - line.account.budget, language)}</td>
              <td className="number" data-title={t('budget.year')}>{formatOere(line.account.year, language)}</td>
              <td data-title={t('budget.explanation')}>
                {line.explanation ? <span className="why">{line.explanation}</span> : null}
                {open === line.id ? (
                  <ExplainForm page={page} contract={contract} line={line} onDone={() => setOpen('')} />
                ) : may ? (
                  <button type="button" className="linklike screen-only" onClick={() => setOpen(line.id)}>
                    {t(line.explanation ? 'budget.explainAnew' : 'budget.explain', { line: line.title })}
                  </button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
