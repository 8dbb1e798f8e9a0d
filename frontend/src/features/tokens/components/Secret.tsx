import { useEffect, useRef, useState } from 'react'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import type { MadeToken } from '../wire'

/** A new token's secret: shown until the page is left, and never again. */
export function Secret({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const { t } = useText()
  const announce = useAnnounce()
  const heading = useRef<HTMLHeadingElement>(null)
  const secret = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no'>()
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    // Whoever closes the tab before copying is asked first.
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    if (copied === 'yes') return
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [copied])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.secret)
      setCopied('yes')
      announce(t('token.copied'))
    } catch {
      // Without leave to copy, what is to be copied stands marked.
      if (secret.current) window.getSelection()?.selectAllChildren(secret.current)
      setCopied('no')
    }
  }
  return (
    <section className="writing secret" aria-labelledby="secret-title">
      <h3 id="secret-title" ref={heading} tabIndex={-1}>
        {t('token.secretTitle', { name: made.token.name })}
      </h3>
      <p className="alert alert-warning">
        <strong>{t('token.secretOnce')}</strong> {t('token.secretWhere')}
      </p>
      <p>
        <code ref={secret} className="secret-text">
          {made.secret}
        </code>
      </p>
      <p className="small soft">{t('token.secretUse')}</p>
      {copied === 'no' ? <p className="alert alert-info" role="alert">{t('token.copyByHand')}</p> : null}
      <p className="form-acts">
        <button type="button" className="button button-primary" onClick={() => void copy()}>
          {copied === 'yes' ? t('token.copyAgain') : t('token.copy')}
        </button>
        <button type="button" className="button button-secondary" onClick={onDone}>
          {t('token.secretDone')}
        </button>
      </p>
    </section>
  )
}
