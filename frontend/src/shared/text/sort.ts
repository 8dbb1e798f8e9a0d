import type { Language } from './language'

/** Orders by name as the language does: å after z in Danish. */
export function byName(language: Language): (a: { name: string }, b: { name: string }) => number {
  const { compare } = new Intl.Collator(language === 'da' ? 'da-DK' : 'en-GB', { numeric: true })
  return (a, b) => compare(a.name, b.name)
}
