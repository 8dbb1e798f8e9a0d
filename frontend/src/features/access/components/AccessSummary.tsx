import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { grantsQuery } from '../api/grants'
import { peopleQuery } from '../api/people'
import { standings } from '../standing'
import { PeopleSentence } from './PeopleSentence'

/** Access in two sentences, where an administrator begins. */
export function AccessSummary() {
  const { t } = useText()
  const people = useQuery(peopleQuery)
  const grants = useQuery(grantsQuery)
  const error = people.error ?? grants.error
  return (
    <section className="requirement" aria-labelledby="start-access">
      <h2 id="start-access">{t('access.title')}</h2>
      {people.data && grants.data ? (
        <PeopleSentence people={standings(people.data, grants.data.grants)} />
      ) : error ? (
        <Trouble error={error} again={() => void Promise.all([people.refetch(), grants.refetch()])} />
      ) : (
        <Waiting />
      )}
      <p className="filter">
        <Link to="/admin/access">{t('access.open')}</Link>
      </p>
    </section>
  )
}
