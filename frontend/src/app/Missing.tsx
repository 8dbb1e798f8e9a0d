import { Link } from '@tanstack/react-router'
import { useText } from '@/shared/text/useText'

export function Missing() {
  const { t } = useText()
  return (
    <main className="wrap page" id="content" tabIndex={-1}>
      <h1>{t('error.missing')}</h1>
      <p className="sub">{t('error.notFound')}</p>
      <p>
        <Link to="/">{t('error.home')}</Link>
      </p>
    </main>
  )
}
