import type { Day, Verification } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'

/** What a second person found. */
export function VerificationNote({ verification, today }: { verification: Verification | null; today: Day }) {
  const { t } = useText()
  if (!verification) return null
  const { verdict, note, rests, fact } = verification
  return (
    <span className={verdict === 'returned' ? 'verified returned' : 'verified'}>
      {t(`verified.${verdict}`, { who: fact.actor.name })}{' '}
      <DayText day={fact.day} today={today} />
      {note ? `: ${note}` : null}
      {rests ? ` – ${rests}` : null}
    </span>
  )
}
