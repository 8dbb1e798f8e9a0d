import type { Grant } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { roleName } from '@/shared/text/roles'
import { useText } from '@/shared/text/useText'

/** What administrators gave and took back, the newest first. */
export function GrantTable({ grants }: { grants: Grant[] }) {
  const { t, language } = useText()
  if (grants.length === 0) return <p className="empty">{t('access.noGrants')}</p>
  const sorted = [...grants].sort((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <ul className="plain facts">
      {sorted.map((one) => (
        <li key={one.id}>
          <span className="when">
            {instant(one.at, language)}
            {' · '}
            {one.byName || one.by}
          </span>
          {t(one.granted ? 'access.gave' : 'access.took', {
            who: one.subject,
            what: `${t(`access.kind.${one.kind}`)} ${one.kind === 'role' ? roleName(one.value, t) : one.value}`,
          })}
        </li>
      ))}
    </ul>
  )
}
