import { useText } from '@/shared/text/useText'
import { waits, type Standing } from '../standing'

/** How many have access, and how many wait for it. */
export function PeopleSentence({ people }: { people: Standing[] }) {
  const { t } = useText()
  const waiting = people.filter(waits).length
  return (
    <p className="sub">
      {t('access.count', { count: people.length - waiting })}{' '}
      {waiting > 0 ? <strong>{t('access.countWaiting', { count: waiting })}</strong> : t('access.noneWaiting')}
    </p>
  )
}
