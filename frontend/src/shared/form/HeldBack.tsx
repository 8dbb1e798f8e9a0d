import { useEffect, useId, useRef } from 'react'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { holdSeconds, type Held } from './useHold'

/** What will be recorded in a moment, and the last chance to take it back. */
export function HeldBack({ held }: { held: Held }) {
  const { t } = useText()
  const id = useId()
  const undo = useRef<HTMLButtonElement>(null)
  useEffect(() => undo.current?.focus(), [])
  // Said at the start and half way; a voice that counts along drowns the rest.
  const said = held.left > holdSeconds / 2 ? holdSeconds : holdSeconds / 2
  return (
    <section className="held" aria-label={t('held.title')}>
      <p id={`${id}-what`}>
        {t('held.text')}
        {held.sentences.length === 1 ? <strong>{tidy(held.sentences[0] ?? '')}</strong> : null}
      </p>
      {held.sentences.length > 1 ? (
        <div className="held-list" role="region" aria-label={t('held.list', { count: held.sentences.length })} tabIndex={0}>
          <ul>
            {held.sentences.map((sentence, index) => (
              <li key={index}>{tidy(sentence)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="sr-only" role="status" id={`${id}-left`}>
        {t('held.left', { count: said })}
      </p>
      <p className="form-acts">
        <button
          type="button"
          ref={undo}
          className="button button-primary"
          aria-describedby={`${id}-what ${id}-left`}
          onClick={held.undo}
        >
          {t('held.undo')}
        </button>
        <button type="button" className="button button-secondary" onClick={held.now}>
          {t('held.now')}
        </button>
        <span className="soft" aria-hidden="true">
          {t('held.left', { count: held.left })}
        </span>
      </p>
      <p className="small soft">{t('held.after')}</p>
    </section>
  )
}
