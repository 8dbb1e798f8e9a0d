import type { ReactNode } from 'react'
import { useText } from '@/shared/text/useText'
import type { useSay } from '../useSay'
import { Refused } from './Refused'

interface Props {
  saying: ReturnType<typeof useSay>
  /** What the button says. */
  act: string
  onSend: () => void
  onClose: () => void
  children: ReactNode
}

/** A short form in place: its fields, why it was refused, send or leave. */
export function ActForm({ saying, act, onSend, onClose, children }: Props) {
  const { t } = useText()
  return (
    <form
      className="screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saying.busy) onSend()
      }}
    >
      {children}
      <Refused saying={saying} />
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={saying.busy}>
          {act}
        </button>{' '}
        <button type="button" className="button button-secondary" onClick={onClose}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  )
}
