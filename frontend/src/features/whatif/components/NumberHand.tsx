import { useState } from 'react'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { Refusal } from '../refusals'
import { readNumber } from '../search'

interface Props {
  id: string
  /** What is set; empty where nothing is. */
  value: string
  /** What was typed and the server would not take. */
  refused?: Refusal | undefined
  unit?: string
  whole?: boolean
  onSet: (value: string) => void
}

/** A figure to set by hand: what is typed counts as soon as it is a number in range, and stays where it is not. */
export function NumberHand({ id, value, refused, unit = '', whole = false, onSet }: Props) {
  const { t, language } = useText()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? refused?.value ?? (value === '' ? '' : formatRat(value, language, 6))
  const number = readNumber(shown)
  const noNumber = shown.trim() !== '' && (number === undefined || (whole && number.includes('.')))
  const wrong = noNumber ? t(whole ? 'whatif.noCount' : 'whatif.noNumber') : refused?.message

  function type(text: string) {
    setTyped(text)
    const next = readNumber(text)
    // What is no number goes into the address too: nothing that was typed is lost.
    onSet(next !== undefined && !(whole && next.includes('.')) ? next : text.trim())
  }

  return (
    <span className="whatif-number">
      <input
        id={id}
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={shown}
        aria-invalid={wrong !== undefined ? true : undefined}
        aria-describedby={wrong !== undefined ? `${id}-wrong` : undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if (wrong === undefined) setTyped(undefined)
        }}
      />
      {unit ? <span className="soft">{unit}</span> : null}
      {wrong !== undefined ? (
        <span id={`${id}-wrong`} className="whatif-wrong" role="alert">
          {wrong}
        </span>
      ) : null}
    </span>
  )
}
