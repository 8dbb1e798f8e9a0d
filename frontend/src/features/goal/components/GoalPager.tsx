import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '@/shared/api/overview'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'

/** From goal to goal without going back. */
export function GoalPager({ contract, goal }: { contract: string; goal: string }) {
  const { t } = useText()
  const { data } = useQuery(overviewQuery(contract, useAsOf()))
  return (
    <nav className="pager" aria-label={t('goal.pager')}>
      <ul className="plain">
        {data?.blocks.flatMap((block) =>
          block.goals.map((line) => (
            <li key={line.id}>
              <Link
                to="/c/$contract/goals/$goal"
                params={{ contract, goal: line.id }}
                aria-current={line.id === goal ? 'page' : undefined}
                title={line.title}
                aria-label={t('goal.pagerLabel', { number: line.number, title: line.short || line.title })}
              >
                {line.number}
              </Link>
            </li>
          )),
        )}
      </ul>
    </nav>
  )
}
