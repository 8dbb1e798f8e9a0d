import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import type { BudgetPage } from '../wire'

/** The facts that the account rests on, with the root over the postings. */
export function Behind({ page }: { page: BudgetPage }) {
  const { t } = useText()
  const facts = [page.fact, page.base].filter((fact) => fact !== null)
  return (
    <section className="requirement">
      <h2>{t('budget.behind')}</h2>
      <FactList facts={facts} today={page.day} />
      {page.root ? (
        <p className="small soft">
          {t('budget.root', { count: page.rows })} <code className="hash">{page.root}</code>
        </p>
      ) : null}
    </section>
  )
}
