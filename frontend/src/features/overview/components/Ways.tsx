import { Link } from '@tanstack/react-router'
import { useText } from '@/shared/text/useText'

/** From where it stands to what could become of it. */
export function Ways({ contract }: { contract: string }) {
  const { t } = useText()
  return (
    <nav className="ways screen-only" aria-label={t('ways.label')}>
      <Link to="/c/$contract/what-if" params={{ contract }}>
        {t('whatif.title')}
      </Link>
      <Link to="/c/$contract/last-safe-days" params={{ contract }}>
        {t('safe.title')}
      </Link>
      <Link to="/c/$contract/plan-file" params={{ contract }}>
        {t('planfile.title')}
      </Link>
      <Link to="/c/$contract/compare" params={{ contract }}>
        {t('compare.title')}
      </Link>
    </nav>
  )
}
