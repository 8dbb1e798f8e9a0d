import type { Column, Mapping, Preview, Sector } from './wire'

export const roles = ['question', 'overall', 'sector', 'text', 'none'] as const
export type Role = (typeof roles)[number]

/** What a column is by the mapping. */
export function roleOf(mapping: Mapping, column: string): Role {
  const question = mapping.questions.find((one) => one.column === column)
  if (question) return question.overall ? 'overall' : 'question'
  if (mapping.sector === column) return 'sector'
  return mapping.texts.includes(column) ? 'text' : 'none'
}

/** The mapping once a column is something else: one is the overall question, one the sector, and the columns keep their order. */
export function withRole(mapping: Mapping, columns: Column[], column: string, role: Role): Mapping {
  const now = (name: string): Role => {
    if (name === column) return role
    const before = roleOf(mapping, name)
    if (role === 'overall' && before === 'overall') return 'question'
    return role === 'sector' && before === 'sector' ? 'none' : before
  }
  const are = (...wanted: Role[]) => columns.filter(({ name }) => wanted.includes(now(name))).map(({ name }) => name)
  return {
    ...mapping,
    questions: are('question', 'overall').map((name) => ({
      column: name,
      title: mapping.questions.find((one) => one.column === name)?.title ?? name,
      overall: now(name) === 'overall',
    })),
    sector: are('sector')[0] ?? '',
    texts: are('text'),
  }
}

/** The mapping once a word of the file means an answer. */
export function withWord(mapping: Mapping, word: string, value: string): Mapping {
  const others = mapping.words.filter((one) => one.word !== word)
  return { ...mapping, words: value === '' ? others : [...others, { word, value }] }
}

/** Whether the mapping says enough for a result to be reckoned. */
export function isWhole(mapping: Mapping): boolean {
  return mapping.questions.filter(({ overall }) => overall).length === 1
}

/** What was typed of how many there are, as the server takes it: by sector where there are sectors. */
export function numbersOf(preview: Preview | undefined, typed: Record<string, string>) {
  const number = (key: string) => {
    const n = Number(typed[key]?.replace(/[. ]/g, '') ?? '')
    return Number.isSafeInteger(n) && n > 0 ? n : 0
  }
  const sectors: Sector[] = (preview?.sectors ?? []).map((name) => ({ name, asked: number(`asked ${name}`), population: number(`population ${name}`) }))
  return sectors.length > 0
    ? { sectors: sectors.some(({ asked, population }) => asked > 0 || population > 0) ? sectors : [] }
    : { asked: number('asked'), population: number('population') }
}
