import { useQuery } from '@tanstack/react-query'
import { roleName } from '@/shared/text/roles'
import { useText } from '@/shared/text/useText'
import { tableQuery } from '../api/table'

/** Operation by role, as the server holds it. */
export function PermissionTable() {
  const { t } = useText()
  const { data } = useQuery(tableQuery)
  if (!data) return null
  const words: Record<string, string> = { all: t('access.reach.all'), own: t('access.reach.own') }
  return (
    <section className="requirement">
      <h2>{t('access.table')}</h2>
      {/* Focusable, so that the keyboard can scroll it. */}
      <div className="wide" tabIndex={0} role="region" aria-label={t('access.table')}>
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('access.operation')}</th>
              {data.roles.map((role) => (
                <th key={role} scope="col">
                  {roleName(role, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.operation}>
                <th scope="row">{row.operation}</th>
                {data.roles.map((role) => (
                  <td key={role}>{words[row.reach[role] ?? ''] ?? t('overview.nothingNext')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
