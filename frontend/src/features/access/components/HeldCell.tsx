import { useSession } from '@/shared/api/session'
import { useText } from '@/shared/text/useText'
import type { Held } from '../standing'
import { valueName, whatIsGiven } from '../words'

interface Props {
  label: string
  held: Held
  name: string
  /** The claim of the provider that gives it. */
  claim: string
  appointed?: boolean
  onTake: (held: Held, value: string) => void
}

/** What somebody has of one kind, from where, and the way to take it back. */
export function HeldCell({ label, held, name, claim, appointed = false, onTake }: Props) {
  const { t } = useText()
  const { contracts } = useSession()
  const word = (value: string) => valueName(held.kind, value, contracts, t)
  const given = held.from === 'here' ? held.values : held.idle
  return (
    <td data-title={label}>
      {held.from === 'nowhere' ? <span className="soft">{t('access.none')}</span> : null}
      {held.from === 'provider' ? held.values.map(word).join(', ') : null}
      {held.from === 'provider' ? (
        <span className="why">{appointed ? t('access.appointed') : t('access.fromClaim', { claim })}</span>
      ) : null}
      {given.map((value) => (
        <span key={value} className="given">
          {held.from === 'here' ? word(value) : null}
          <span className="why">
            {held.from === 'here' ? t('access.here') : t('access.idle', { value: word(value) })}{' '}
            <button
              type="button"
              className="linklike"
              aria-label={t('access.takeWhat', { who: name, what: whatIsGiven(held.kind, value, contracts, t) })}
              onClick={() => onTake(held, value)}
            >
              {t('access.take')}
            </button>
          </span>
        </span>
      ))}
    </td>
  )
}
