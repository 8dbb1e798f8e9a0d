import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { workQuery } from '@/shared/api/work'
import type { Session } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { roleName } from '@/shared/text/roles'
import { BrandMark } from '@/shared/ui/BrandMark'
import { LanguageSwitch } from '@/shared/ui/LanguageSwitch'
import { Logout } from './Logout'
import { PaletteHost } from './PaletteHost'

export function TopBar({ session }: { session: Session }) {
  const { t } = useText()
  // Who has one contract has its pages at hand everywhere.
  const only = session.contracts.length === 1 ? session.contracts[0]?.id : undefined
  const contract = useParams({ strict: false }).contract ?? only
  const keepsAccess = session.operations.includes('access.read')
  return (
    <header className="top">
      <div className="wrap">
        <Link to="/" className="mark">
          <BrandMark />
          {t('app.name')}
        </Link>
        <nav className="menu" aria-label={t('nav.main')}>
          {session.contracts.length > 0 ? <WorkLink /> : null}
          {contract ? (
            <>
              <Link to="/c/$contract" params={{ contract }} activeOptions={{ exact: true, includeSearch: false }}>
                {t('nav.overview')}
              </Link>
              <Link to="/c/$contract/agreement" params={{ contract }} activeOptions={{ includeSearch: false }}>
                {t('nav.agreement')}
              </Link>
              <Link to="/c/$contract/log" params={{ contract }} activeOptions={{ includeSearch: false }}>
                {t('nav.log')}
              </Link>
            </>
          ) : null}
          {session.contracts.length > 1 ? (
            <Link to="/portfolio" activeOptions={{ includeSearch: false }}>
              {t('nav.portfolio')}
            </Link>
          ) : null}
          {session.contracts.length > 1 || !contract || keepsAccess ? (
            <Link to="/contracts" activeOptions={{ exact: true, includeSearch: false }}>
              {t('nav.contracts')}
            </Link>
          ) : null}
          {session.operations.includes('service.read') ? (
            <Link to="/admin">{t('nav.admin')}</Link>
          ) : (
            <Link to="/tokens" activeOptions={{ includeSearch: false }}>
              {t('nav.tokens')}
            </Link>
          )}
        </nav>
        <PaletteHost />
        <div className="me">
          <LanguageSwitch />
          <span>
            <span className="who">{session.name}</span>
            <span className="role"> · {session.roles.map((role) => roleName(role, t)).join(', ')}</span>
          </span>
          <Logout subject={session.subject} />
        </div>
      </div>
    </header>
  )
}

/** The first page, with how much waits there. */
function WorkLink() {
  const { t } = useText()
  const count = useQuery(workQuery).data?.lines.filter((line) => !line.others).length ?? 0
  return (
    <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
      {t('nav.work')}
      {count > 0 ? (
        <span className="count">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{t('nav.workCount', { count })}</span>
        </span>
      ) : null}
    </Link>
  )
}
