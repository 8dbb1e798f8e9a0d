import { useLocation } from '@tanstack/react-router'
import { useText } from '@/shared/text/useText'

/** The session has ended while somebody was at work: the page stays, and login leads back to it. */
export function Expired() {
  const { t } = useText()
  const back = useLocation({ select: (location) => location.href })
  return (
    <div className="past-bar" role="alert">
      <div className="wrap">
        <span>{t('session.expired')}</span>
        <a href={`/auth/login?return=${encodeURIComponent(back)}`}>{t('session.again')}</a>
      </div>
    </div>
  )
}
