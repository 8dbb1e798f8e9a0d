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

/** In place of a line or a picture that is fetched: nothing at first, for most come before one could read it. */
export function WaitingLine() {
  const { t } = useText()
  return <p className="soft small waiting-line">{t('loading')}</p>
}
