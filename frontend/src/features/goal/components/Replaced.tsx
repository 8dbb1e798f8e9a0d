import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewQuery } from '@/shared/api/overview'
import { longDay } from '@/shared/format/day'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'

/** That both parties have agreed on another goal in this one's place, and from when; until then this one holds. */
export function Replaced({ contract, goal }: { contract: string; goal: string }) {
  const { t, language } = useText()
  const { data } = useQuery(overviewQuery(contract, useAsOf()))
  const version = data?.coming.find((one) => one.goals.some(({ replaces }) => replaces === goal))
  const next = version?.goals.find(({ replaces }) => replaces === goal)
  if (!data || !version || !next) return null
  const day = longDay(version.from, language)
  return (
    <p className="alert alert-info">
      {t('goal.replaced', { day, version: version.version, number: next.number, title: next.title })}{' '}
      <Link
        to="/c/$contract/agreement/versions"
        params={{ contract }}
        search={{ from: data.contract.version, to: version.version }}
      >
        {t('goal.replacedHow')}
      </Link>
    </p>
  )
}
