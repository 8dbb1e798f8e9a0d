import { useQuery } from '@tanstack/react-query'
import { safeDaysQuery } from '@/shared/api/safeDays'
import type { Day, SafeDay } from '@/shared/api/wire'
import { daysBetween, longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { SafeDayTable } from './SafeDayTable'

/** Until when each open step can be done without loss, the nearest first. */
export function SafeDaysPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const { data, error, refetch } = useQuery(safeDaysQuery(contract, undefined, useAsOf()))
  usePageTitle(t('safe.title'))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  const today = data.asOf.day
  const dated = data.days.filter((safe) => safe.day !== '')
  const free = data.days.filter((safe) => safe.day === '')
  const nearest = dated.find((safe) => safe.day >= today)
  const late = dated.filter((safe) => tooLate(safe, today))
  return (
    <>
      <h1>{t('safe.title')}</h1>
      <p className="sub">
        {nearest
          ? t('safe.nearest', { day: longDay(nearest.day, language), count: daysBetween(today, nearest.day) })
          : t('safe.none')}{' '}
        {late.length > 0 ? t('safe.expectedLate', { count: late.length }) : null}
      </p>
      {dated.length > 0 ? <SafeDayTable days={dated} today={today} contract={contract} /> : null}
      {free.length > 0 ? (
        <section className="requirement">
          <h2>{t('safe.free')}</h2>
          <p className="small soft">{t('safe.freeWhat')}</p>
          <SafeDayTable days={free} today={today} contract={contract} />
        </section>
      ) : null}
      <p className="small soft safe-method">{t('safe.method')}</p>
    </>
  )
}

/** Expected after the day on which something is lost. */
function tooLate(safe: SafeDay, today: Day): boolean {
  return (safe.expected > today ? safe.expected : today) > safe.day
}
