import { Link, useParams } from '@tanstack/react-router'
import type { Session } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { roleName } from '@/shared/text/roles'
import { BrandMark } from '@/shared/ui/BrandMark'
import { LanguageSwitch } from '@/shared/ui/LanguageSwitch'

export function TopBar({ session }: { session: Session }) {
  const { t } = useText()
  const contract = useParams({ strict: false }).contract
  const keepsAccess = session.operations.includes('access.read')
  return (
    <header className="top">
      <div className="wrap">
        <Link to="/" className="mark">
          <BrandMark />
          {t('app.name')}
        </Link>
        <nav className="menu" aria-label={t('nav.main')}>
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
          {session.contracts.length > 1 || !contract || keepsAccess ? (
            <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
              {t('nav.contracts')}
            </Link>
          ) : null}
          {keepsAccess ? (
            <Link to="/access" activeOptions={{ includeSearch: false }}>
              {t('nav.access')}
            </Link>
          ) : null}
        </nav>
        <Link to="/tokens" className="personal" activeOptions={{ includeSearch: false }}>
          {t('nav.tokens')}
        </Link>
        <div className="me">
          <LanguageSwitch />
          <span>
            <span className="who">{session.name}</span>
            {' · '}
            {session.roles.map((role) => roleName(role, t)).join(', ')}
          </span>
          <form method="post" action="/auth/logout">
            <button type="submit" className="linklike">
              {t('nav.logout')}
            </button>
          </form>
        </div>
      </div>
    </header>
  )
}
