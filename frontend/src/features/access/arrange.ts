import type { Language } from '@/shared/text/language'
import { byName } from '@/shared/text/sort'
import type { PeopleSearch } from './search'
import type { Standing } from './standing'

/** The people who pass, in the order asked for. */
export function arranged(people: Standing[], { text = '', sort = 'name', down = false }: PeopleSearch, language: Language): Standing[] {
  const looked = text.toLocaleLowerCase(language)
  const said = (one: Standing) => [one.name, one.subject, ...one.roles.values, ...one.contracts.values].join(' ')
  const named = byName(language)
  const by = sort === 'name' ? named : (a: Standing, b: Standing) => a.lastSeen.localeCompare(b.lastSeen) || named(a, b)
  return people
    .filter((one) => said(one).toLocaleLowerCase(language).includes(looked))
    .toSorted((a, b) => (down ? -by(a, b) : by(a, b)))
}
