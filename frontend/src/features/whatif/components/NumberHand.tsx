import { useState } from 'react'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { readNumber } from '../search'

interface Props {
  id: string
  /** What is set; empty where nothing is. */
  value: string
  unit?: string
  whole?: boolean
  onSet: (value: string) => void
}

/** A figure to set by hand: what is typed counts as soon as it is a number. */
export function NumberHand({ id, value, unit = '', whole = false, onSet }: Props) {
  const { t, language } = useText()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value === '' ? '' : formatRat(value, language, 6))
  const number = readNumber(shown)
  const wrong = shown.trim() !== '' && (number === undefined || (whole && number.includes('.')))

  function type(text: string) {
    setTyped(text)
    const next = readNumber(text)
    if (text.trim() === '') onSet('')
    else if (next !== undefined && !(whole && next.includes('.'))) onSet(next)
  }

  return (
    <span className="whatif-number">
      <input
        id={id}
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={shown}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if (!wrong) setTyped(undefined)
        }}
      />
      {unit ? <span className="soft">{unit}</span> : null}
      {wrong ? (
        <span id={`${id}-wrong`} className="whatif-wrong" role="alert">
          {whole ? t('whatif.noCount') : t('whatif.noNumber')}
        </span>
      ) : null}
    </span>
  )
}
