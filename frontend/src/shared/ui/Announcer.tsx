import { useLocation } from '@tanstack/react-router'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useText } from '@/shared/text/useText'
import { AnnounceContext } from './announce'

const shownFor = 10_000

/** A live region for what was saved or changed; seen as a quiet line too, until it has had its time or one goes on. */
export function Announcer({ children }: { children: ReactNode }) {
  const { t } = useText()
  const path = useLocation({ select: (location) => location.pathname })
  const [said, setSaid] = useState({ text: '', path: '' })
  const announce = useCallback((text: string) => setSaid({ text, path: window.location.pathname }), [])
  const text = said.path === path ? said.text : ''
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => setSaid({ text: '', path: '' }), shownFor)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" className={text ? 'announced' : 'sr-only'}>
        {text ? (
          <>
            {text}
            <button
              type="button"
              className="linklike"
              aria-label={t('form.dismiss')}
              onClick={() => setSaid({ text: '', path: '' })}
            >
              ×
            </button>
          </>
        ) : null}
      </div>
    </AnnounceContext>
  )
}
