import { Link } from '@tanstack/react-router'
import type { AsOf, Head } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

/** What the page rests on. */
export function Foot({ head, contract, asOf }: { head: Head; contract: string; asOf: AsOf }) {
  const { t, language } = useText()
  const when = head.signedAt === '' ? '' : instant(head.signedAt, language)
  // What was signed after the shown day was not signed then.
  const since = asOf.past && Date.parse(head.signedAt) > Date.parse(asOf.instant)
  const signed = when === '' ? t('foot.unsigned') : since ? t('foot.signedSince', { when }) : t('foot.signed', { when })
  return (
    <footer className="foot">
      <div className="wrap">
        <span>
          {t('foot.facts', { count: head.size })}
          {' · '}
          <Link to="/c/$contract/log" params={{ contract }}>
            {t('foot.head', { last: head.size - 1 })}
          </Link>
          {', '}
          {signed}
        </span>
        <span title={head.root}>{t('foot.root', { root: head.root.slice(0, 12) })}</span>
      </div>
    </footer>
  )
}
