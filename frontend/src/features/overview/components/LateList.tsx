import { Link } from '@tanstack/react-router'
import type { Overview } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'

/** As many as are named at once; the goals' rows have the rest. */
const most = 4

/** What is late, for whoever reads: how late, what, and when it is expected now. */
export function LateList({ page }: { page: Overview }) {
  const { t } = useText()
  const { overdue, asOf, contract } = page
  if (overdue.length === 0) return null
  return (
    <ul className="plain late-list" aria-label={t('overview.late')}>
      {overdue.slice(0, most).map((one) => (
        <li key={`${one.goal}/${one.step || one.title}/${one.day}`}>
          <DayText day={one.day} today={asOf.day} late />{' '}
          <Link
            to="/c/$contract/goals/$goal"
            params={{ contract: contract.id, goal: one.goal }}
            lang={contract.language ?? 'da'}
          >
            {one.title}
          </Link>
          {one.expected ? (
            <span className="soft">
              {' · '}
              {t('step.expectedOn')} <DayText day={one.expected} today={asOf.day} />
            </span>
          ) : null}
        </li>
      ))}
      {overdue.length > most ? <li className="soft">{t('overview.lateMore', { count: overdue.length - most })}</li> : null}
    </ul>
  )
}
