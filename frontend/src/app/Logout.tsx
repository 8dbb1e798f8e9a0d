import { useRef, useState } from 'react'
import { dropDrafts } from '@/shared/form/drafts'
import { useText } from '@/shared/text/useText'
import { leaveDevice } from '@/features/spotcheck/offline/store'
import { useDevice } from '@/features/spotcheck/offline/useDevice'

/** Logs out, and leaves nothing behind on the machine; reviews that nobody has got are asked about first. */
export function Logout({ subject }: { subject: string }) {
  const { t } = useText()
  const form = useRef<HTMLFormElement>(null)
  const { taken, written } = useDevice()
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    dropDrafts(subject)
    await leaveDevice(subject).catch(() => undefined)
    form.current?.submit()
  }
  return (
    <form
      ref={form}
      method="post"
      action="/auth/logout"
      onSubmit={(event) => {
        if (taken.length + written.length === 0) return dropDrafts(subject)
        event.preventDefault()
        if (written.length > 0) setAsking(true)
        else void leave()
      }}
    >
      {asking && written.length > 0 ? (
        <span role="alert">
          {t('offline.logout', { count: written.length })}{' '}
          <button type="button" className="linklike" onClick={() => void leave()}>
            {t('offline.logoutAnyway')}
          </button>{' '}
          <button type="button" className="linklike" onClick={() => setAsking(false)}>
            {t('form.cancel')}
          </button>
        </span>
      ) : (
        <button type="submit" className="linklike">
          {t('nav.logout')}
        </button>
      )}
    </form>
  )
}
