import type { Person } from '@/shared/api/wire'
import { instant } from '@/shared/format/day'
import { roleName } from '@/shared/text/roles'
import { useText, type Text } from '@/shared/text/useText'

function listed(values: string[], t: Text): string {
  if (values.includes('*')) return t('access.allOf')
  return values.length === 0 ? t('access.noneOf') : values.join(', ')
}

/** Everyone who has logged in, with what they may do now. */
export function PeopleTable({ people }: { people: Person[] }) {
  const { t, language } = useText()
  const sorted = [...people].sort((a, b) => a.name.localeCompare(b.name, language))
  return (
    <table className="rows stacked">
      <caption className="sr-only">{t('access.people')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('access.name')}</th>
          <th scope="col">{t('access.roles')}</th>
          <th scope="col">{t('access.goals')}</th>
          <th scope="col">{t('access.contracts')}</th>
          <th scope="col">{t('access.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((person) => (
          <tr key={person.subject}>
            <th scope="row">
              {person.name}
              <span className="why">{person.subject}</span>
            </th>
            <td data-title={t('access.roles')}>
              {person.rights.roles.map((role) => roleName(role, t)).join(', ') || t('access.noneOf')}
              <span className="why">{person.claimed.roles.length > 0 ? t('access.fromLogin') : t('access.fromTable')}</span>
            </td>
            <td data-title={t('access.goals')}>{listed(person.rights.goals, t)}</td>
            <td data-title={t('access.contracts')}>{listed(person.rights.contracts, t)}</td>
            <td data-title={t('access.lastSeen')}>{instant(person.lastSeen, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
