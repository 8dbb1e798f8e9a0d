import { useText } from '@/shared/text/useText'

/** Holds the page's place while it is fetched. */
export function Waiting() {
  const { t } = useText()
  return (
    <div aria-busy="true">
      <p className="sr-only">{t('loading')}</p>
      <div className="skeleton tall" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  )
}
