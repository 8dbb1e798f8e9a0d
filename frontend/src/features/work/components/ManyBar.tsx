import { useState } from 'react'
import type { Day, WorkLine } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { keyOf, manyOf, type Many } from '../acts'
import { ManyForm } from './ManyForm'

interface Props {
  /** The chosen lines. */
  lines: WorkLine[]
  /** All that could be chosen. */
  all: WorkLine[]
  today: Day
  onChosen: (keys: string[]) => void
}

/** What can be done to the chosen lines together. */
export function ManyBar({ lines, all, today, onChosen }: Props) {
  const { t } = useText()
  const [open, setOpen] = useState<Many>()
  if (lines.length === 0 && open === undefined) return null
  const by = (many: Many) => lines.filter((line) => manyOf(line) === many)
  const done = by('done')
  const accept = by('accept')
  return (
    <section className="many-bar screen-only" aria-label={t('work.many')}>
      {open === undefined ? (
        <p className="form-acts">
          <span role="status">{t('work.chosen', { count: lines.length })}</span>
          {done.length > 0 ? (
            <button type="button" className="button button-primary" onClick={() => setOpen('done')}>
              {t('work.manyDone', { count: done.length })}
            </button>
          ) : null}
          {accept.length > 0 ? (
            <button type="button" className="button button-primary" onClick={() => setOpen('accept')}>
              {t('work.manyAccept', { count: accept.length })}
            </button>
          ) : null}
          {lines.length < all.length ? (
            <button type="button" className="linklike" onClick={() => onChosen(all.map(keyOf))}>
              {t('work.chooseAll', { count: all.length })}
            </button>
          ) : null}
          <button type="button" className="linklike" onClick={() => onChosen([])}>
            {t('work.chooseNone')}
          </button>
        </p>
      ) : (
        <ManyForm
          key={open}
          many={open}
          chosen={by(open)}
          today={today}
          onClose={(left) => {
            onChosen(left)
            setOpen(undefined)
          }}
        />
      )}
    </section>
  )
}
