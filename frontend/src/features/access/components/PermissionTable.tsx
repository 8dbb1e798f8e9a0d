import { useQuery } from '@tanstack/react-query'
import { concernsGoals, operationName } from '@/shared/text/operations'
import { roleName } from '@/shared/text/roles'
import { useText, type Text } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { tableQuery } from '../api/table'

/** Which role may do what: the table that the server asks before every deed. */
export function PermissionTable() {
  const { t } = useText()
  const { data, error, refetch } = useQuery(tableQuery)
  return (
    <section className="requirement" aria-labelledby="access-table">
      <h2 id="access-table">{t('access.table')}</h2>
      <p className="sub">{t('access.tableWhat')}</p>
      {data ? (
        <table className="rows stacked permissions">
          <caption className="sr-only">{t('access.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('access.operation')}</th>
              {data.roles.map((role) => (
                <th scope="col" key={role}>
                  {roleName(role, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.operation}>
                <th scope="row">
                  {operationName(row.operation, t)}
                  <span className="why">
                    {row.operation}
                    {row.public ? ` · ${t('access.public')}` : null}
                  </span>
                </th>
                {data.roles.map((role) => (
                  <td key={role} data-title={roleName(role, t)} className={row.reach[role] === '-' ? 'none' : undefined}>
                    {reachName(row.reach[role], Object.values(row.reach).includes('own') || concernsGoals(row.operation), t)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </section>
  )
}

/** Where it is about goals or tokens: whose. Otherwise whether. */
function reachName(reach: string | undefined, whose: boolean, t: Text): string {
  if (reach === 'all') return whose ? t('reach.all') : t('reach.yes')
  if (reach === 'own') return t('reach.own')
  return t('reach.none')
}
