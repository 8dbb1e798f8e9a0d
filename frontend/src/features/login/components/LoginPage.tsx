import { useText } from '@/shared/text/useText'
import { BrandMark } from '@/shared/ui/BrandMark'
import { LanguageSwitch } from '@/shared/ui/LanguageSwitch'
import { usePageTitle } from '@/shared/ui/usePageTitle'

/** What Opfyldt is, and one button. */
export function LoginPage({ development }: { development: boolean }) {
  const { t } = useText()
  usePageTitle(t('login.title'))
  const back = `${window.location.pathname}${window.location.search}`
  return (
    <>
      <header className="top">
        <div className="wrap">
          <span className="mark">
            <BrandMark />
            {t('app.name')}
          </span>
          <span className="menu" />
          <span className="me">
            <LanguageSwitch />
          </span>
        </div>
      </header>
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
