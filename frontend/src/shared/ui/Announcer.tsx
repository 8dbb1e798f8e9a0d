import { useCallback, useState, type ReactNode } from 'react'
import { useText } from '@/shared/text/useText'
import { AnnounceContext } from './announce'

/** A live region for what was saved or changed; seen as a quiet line too. */
export function Announcer({ children }: { children: ReactNode }) {
  const { t } = useText()
  const [message, setMessage] = useState('')
  const announce = useCallback((text: string) => setMessage(text), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={message ? 'announced' : 'sr-only'}>
        {message ? (
          <>
            {message}
            <button type="button" className="linklike" aria-label={t('form.dismiss')} onClick={() => setMessage('')}>
              ×
            </button>
          </>
        ) : null}
      </div>
    </AnnounceContext>
  )
}
