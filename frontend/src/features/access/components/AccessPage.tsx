import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/shared/api/session'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { grantsQuery } from '../api/grants'
import { peopleQuery } from '../api/people'
import { GrantForm } from './GrantForm'
import { GrantTable } from './GrantTable'
import { PeopleTable } from './PeopleTable'
import { PermissionTable } from './PermissionTable'

/** Who may do what, where it comes from, and the table that administrators keep. */
export function AccessPage() {
  const { t } = useText()
  const session = useSession()
  const people = useQuery(peopleQuery)
  const grants = useQuery(grantsQuery)
  usePageTitle(t('nav.access'))
  const error = people.error ?? grants.error
  return (
    <main className="wrap page main-column" id="content" tabIndex={-1}>
      <h1>{t('nav.access')}</h1>
      <p className="sub">{t('access.what')}</p>
      {error ? <Trouble error={error} /> : null}
      {people.data && grants.data ? (
        <>
          <section className="requirement">
            <h2>{t('access.people')}</h2>
            <PeopleTable people={people.data.people} />
          </section>
          <section className="requirement">
            <h2>{t('access.grants')}</h2>
            <GrantTable grants={grants.data.grants} />
            {session.operations.includes('access.grant') ? <GrantForm people={people.data.people} /> : null}
          </section>
          <PermissionTable />
        </>
      ) : error ? null : (
        <Waiting />
      )}
    </main>
  )
}
