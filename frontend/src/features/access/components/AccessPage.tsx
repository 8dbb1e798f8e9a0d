import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/shared/api/session'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { grantsQuery } from '../api/grants'
import { peopleQuery } from '../api/people'
import { standings } from '../standing'
import { GrantLog } from './GrantLog'
import { PeopleTable } from './PeopleTable'
import { PermissionTable } from './PermissionTable'
import { PeopleSentence } from './PeopleSentence'

/** Who may do what, for whoever gives and takes access. */
export function AccessPage() {
  const { t } = useText()
  const { operations } = useSession()
  usePageTitle(t('access.title'))
  return (
    <div className="wrap">
      <main className="main-column page" id="content" tabIndex={-1}>
        <h1>{t('access.title')}</h1>
        {operations.includes('access.read') ? <Content /> : <p className="sub">{t('access.forbidden')}</p>}
      </main>
    </div>
  )
}

function Content() {
  const people = useQuery(peopleQuery)
  const grants = useQuery(grantsQuery)
  const error = people.error ?? grants.error
  if (!people.data || !grants.data) {
    return error ? <Trouble error={error} again={() => void Promise.all([people.refetch(), grants.refetch()])} /> : <Waiting />
  }
  const all = standings(people.data, grants.data.grants)
  const nameOf = (subject: string) => all.find((person) => person.subject === subject)?.name ?? subject
  return (
    <>
      <PeopleSentence people={all} />
      <PeopleTable people={all} claims={people.data.claims} />
      <GrantLog grants={grants.data.grants} nameOf={nameOf} />
      <PermissionTable />
    </>
  )
}
