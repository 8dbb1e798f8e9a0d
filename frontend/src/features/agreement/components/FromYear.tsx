import { useState } from 'react'
import { useSession } from '@/shared/api/session'
import type { NextYear } from '@/shared/api/wire'
import { useSending } from '@/shared/form/useSending'
import { useText } from '@/shared/text/useText'
import { nextYear } from '../api/nextYear'
import { SelectField } from '../forms/SelectField'

interface Props {
  /** What is written now, which a new beginning puts aside. */
  source: string
  onChange: (source: string) => void
}

/** Begins next year's file with this year's, and says what in it a person must read. */
export function FromYear({ source, onChange }: Props) {
  const { t } = useText()
  const { contracts } = useSession()
  const [chosen, setChosen] = useState('')
  const [made, setMade] = useState<NextYear & { before: string }>()
  const sending = useSending(nextYear, (next) => {
    setMade({ ...next, before: source })
    onChange(next.source)
  })
  if (contracts.length === 0) return null
  const back = () => {
    onChange(made?.before ?? '')
    setMade(undefined)
  }
  return (
    <section className="beginning">
      <SelectField
        label={t('newContract.next')}
        hint={t('newContract.next.hint')}
        error={sending.problem?.detail ?? (sending.unreachable ? t('form.unreachable') : undefined)}
        value={chosen}
        none={t('newContract.next.none')}
        options={contracts.map((one) => ({ value: one.id, label: one.title }))}
        onChange={setChosen}
      />
      <p>
        <button type="button" className="button button-secondary" disabled={chosen === '' || sending.sending} onClick={() => sending.send(chosen)}>
          {t('newContract.next.make')}
        </button>
      </p>
      {made ? <Made made={made} onBack={back} /> : null}
    </section>
  )
}

function Made({ made, onBack }: { made: NextYear & { before: string }; onBack: () => void }) {
  const { t } = useText()
  return (
    <div role="status">
      <p>
        {t('newContract.next.moved', { count: made.moved })}{' '}
        <button type="button" className="linklike" onClick={onBack}>
          {t('newContract.next.back')}
        </button>
      </p>
      {made.speaks.length > 0 ? (
        <details>
          <summary>{t('newContract.next.speaks', { count: made.speaks.length, year: made.year })}</summary>
          <ul className="plain">
            {made.speaks.map((one) => (
              <li key={one.line}>
                {t('editor.line', { line: one.line })} <code>{one.text}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
