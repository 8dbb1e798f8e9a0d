import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { OutsideBar } from './OutsideBar'

/** What Opfyldt is, and one button. */
export function LoginPage({ development }: { development: boolean }) {
  const { t } = useText()
  usePageTitle(t('login.title'))
  const back = `${window.location.pathname}${window.location.search}`
  return (
    <>
      <OutsideBar />
      <main className="wrap login" id="content">
        <h1>{t('login.heading')}</h1>
        <p className="lead">{t('app.what')}</p>
        <p>
          <a className="button button-primary" href={`/auth/login?return=${encodeURIComponent(back)}`}>
            {t('login.button')}
          </a>
        </p>
        <p className="soft small">{development ? t('login.development') : t('login.provider')}</p>
      </main>
    </>
  )
}
