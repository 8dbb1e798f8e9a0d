import type { components } from '@/shared/api/schema'
import type { Language } from '@/shared/text/language'
import type { AdminSearch } from './search'

export type AdminContract = components['schemas']['ContractState']

/** The contracts that pass, in the order asked for. */
export function arranged(all: AdminContract[], { text = '', sort = 'agency', down = false }: AdminSearch, language: Language): AdminContract[] {
  const looked = text.toLocaleLowerCase(language)
  const left = all.filter((one) => `${one.agency} ${one.title} ${one.id}`.toLocaleLowerCase(language).includes(looked))
  const { compare } = new Intl.Collator(language === 'da' ? 'da-DK' : 'en-GB', { numeric: true })
  const by: Record<NonNullable<AdminSearch['sort']>, (a: AdminContract, b: AdminContract) => number> = {
    agency: (a, b) => compare(a.agency, b.agency) || compare(b.from, a.from),
    facts: (a, b) => a.facts - b.facts,
    last: (a, b) => compare(a.lastFact ?? '', b.lastFact ?? ''),
    signed: (a, b) => a.facts - a.signed - (b.facts - b.signed),
  }
  return left.toSorted((a, b) => (down ? -by[sort](a, b) : by[sort](a, b)))
}
