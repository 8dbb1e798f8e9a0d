import { Link } from '@tanstack/react-router'
import type { Overview } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'

/** What others, and oneself, have reported lately. */
export function Changes({ page }: { page: Overview }) {
  const { t } = useText()
  return (
    <section>
      <h2>{t('change.title')}</h2>
      {page.changes.length === 0 ? <p className="empty">{t('change.none')}</p> : null}
      <FactList facts={page.changes.slice(0, 5)} today={page.asOf.day} short />
      {page.changes.length > 0 ? (
        <Link to="/c/$contract/log" params={{ contract: page.contract.id }}>
          {t('change.all')}
        </Link>
      ) : null}
    </section>
  )
}
