import { Link, Outlet } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'

/** Around each page of the administration: the way to the others. */
export function AdminFrame() {
  const { operations } = useSession()
  return operations.includes('service.read') ? <Pages /> : <Refusal />
}

function Pages() {
  const { t } = useText()
  return (
    <>
      <div className="wrap">
        <nav className="views admin-menu screen-only" aria-label={t('nav.admin')}>
          <Link to="/admin/contracts">{t('contracts.title')}</Link>
          <Link to="/admin/access">{t('nav.access')}</Link>
          <Link to="/admin/tokens">{t('nav.tokens')}</Link>
          <Link to="/admin/jobs">{t('admin.jobs.title')}</Link>
          <Link to="/admin/mails">{t('admin.mails.title')}</Link>
          <Link to="/admin/settings">{t('admin.settings.title')}</Link>
          <Link to="/admin/health">{t('admin.health.title')}</Link>
        </nav>
      </div>
      <Outlet />
    </>
  )
}

/** Somebody who is no administrator is told who to ask. */
function Refusal() {
  const { t } = useText()
  usePageTitle(t('nav.admin'))
  return (
    <main className="wrap page" id="content" tabIndex={-1}>
      <h1>{t('nav.admin')}</h1>
      <p className="sub">{t('admin.refused')}</p>
    </main>
  )
}
