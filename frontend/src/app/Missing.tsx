import { useText } from '@/shared/text/useText'

export function Missing() {
  const { t } = useText()
  return (
    <main className="wrap page" id="content">
      <h1>{t('error.title')}</h1>
      <p className="sub">{t('error.notFound')}</p>
    </main>
  )
}
