import { Link } from '@tanstack/react-router'
import type { Day, SafeDay } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { SafeDayLoss } from '@/shared/ui/SafeDayWords'
import { Agreed } from '@/shared/ui/Agreed'

interface Props {
  days: SafeDay[]
  today: Day
  contract: string
}

/** A row for each step: its last safe day, when it is expected, what is lost. */
export function SafeDayTable({ days, today, contract }: Props) {
  const { t } = useText()
  const dated = days.some((safe) => safe.day !== '')
  return (
    <table className="rows stacked safe-days">
      <caption className="sr-only">{dated ? t('safe.title') : t('safe.free')}</caption>
      <thead>
        <tr>
          {dated ? <th scope="col">{t('safe.day')}</th> : null}
          <th scope="col">{t('step.col.step')}</th>
          <th scope="col">{t('safe.expected')}</th>
          {dated ? <th scope="col">{t('safe.pace')}</th> : null}
          <th scope="col">{dated ? t('safe.lost') : t('safe.why')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((safe) => (
          <tr key={safe.step}>
            {dated ? (
              <td data-title={t('safe.day')} className="safe-day">
                <strong>
                  <DayText day={safe.day} today={today} late />
                </strong>
              </td>
            ) : null}
            <th scope="row">
              <Link to="/c/$contract/goals/$goal" params={{ contract, goal: safe.goal }} hash={`on-${safe.step}`}>
                <Agreed>{safe.name}</Agreed>
              </Link>
              <span className="why">{t('task.goal', { number: safe.number })}</span>
            </th>
            <td data-title={t('safe.expected')}>
              {safe.expected === '' ? (
                <span className="soft">{t('overview.nothingNext')}</span>
              ) : (
                <span className={safe.day !== '' && safe.expected > safe.day ? 'late' : undefined}>
                  <DayText day={safe.expected} today={today} />
                  {safe.day !== '' && safe.expected > safe.day ? ` (${t('safe.tooLate')})` : null}
                </span>
              )}
            </td>
            {dated ? (
              <td data-title={t('safe.pace')}>
                {safe.pace === safe.day ? (
                  <span className="soft">{t('overview.nothingNext')}</span>
                ) : (
                  <span className={safe.expected > safe.pace ? 'late' : undefined}>
                    <DayText day={safe.pace} today={today} />
                    {safe.expected > safe.pace ? ` (${t('safe.behindPace')})` : null}
                  </span>
                )}
              </td>
            ) : null}
            <td className="safe-loss">
              <SafeDayLoss safe={safe} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
