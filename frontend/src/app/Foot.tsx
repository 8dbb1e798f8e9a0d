import { Link } from '@tanstack/react-router'
import type { Head } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

/** What the page rests on. */
export function Foot({ head, contract }: { head: Head; contract: string }) {
  const { t, language } = useText()
  const signed =
    head.signedAt === '' ? t('foot.unsigned') : t('foot.signed', { when: instant(head.signedAt, language) })
  return (
    <footer className="foot">
      <div className="wrap">
        <span>
          {t('foot.facts', { count: head.size })}
          {' · '}
          <Link to="/c/$contract/log" params={{ contract }}>
            {t('foot.head', { size: head.size })}
          </Link>
          {', '}
          {signed}
        </span>
        <span title={head.root}>{t('foot.root', { root: head.root.slice(0, 12) })}</span>
      </div>
    </footer>
  )
}
