import { expect, it } from 'vitest'
import da from './da.json'
import en from './en.json'

const sources = Object.values(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!../**/*.d.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).join('\n')

const texts = { da, en } as Record<string, Record<string, string>>
const plural = /_(one|other)$/

/** Keys as the code names them: plural forms are one text. */
function named(catalogue: Record<string, string>): string[] {
  return [...new Set(Object.keys(catalogue).map((key) => key.replace(plural, '')))]
}

function holes(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
}

it('has the same keys in both languages, sorted', () => {
  expect(Object.keys(en)).toEqual(Object.keys(da))
  // By code point, as tools sort.
  expect(Object.keys(da)).toEqual([...Object.keys(da)].sort())
})

it('leaves no text empty and no hole out', () => {
  for (const [key, danish] of Object.entries(texts.da ?? {})) {
    const english = texts.en?.[key] ?? ''
    expect(danish.trim(), key).not.toBe('')
    expect(english.trim(), key).not.toBe('')
    expect(holes(english), key).toEqual(holes(danish))
    // Choices by number are keys that end in _one here, not {count|one|many}.
    expect(`${danish}${english}`, key).not.toMatch(/\{\w+\|/)
  }
})

it('writes a percent as each language does: 95 % in Danish, 95% in English', () => {
  for (const [key, danish] of Object.entries(da)) expect(danish, key).not.toMatch(/[\d}]%/)
  for (const [key, english] of Object.entries(en)) expect(english, key).not.toMatch(/[\d}]\s%/)
  expect(sources).not.toMatch(/\}\s%`/)
})

it('has no key that nothing uses', () => {
  // 'key', or `prefix.${…}` for keys that begin alike, or `${…}.suffix` for keys that end alike.
  const prefixes = [...sources.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '')
  const suffixes = [...sources.matchAll(/`\$\{\w+\}(\.[\w.]+)`/g)].map((match) => match[1] ?? '')
  const unused = named(da).filter(
    (key) =>
      !sources.includes(`'${key}'`) &&
      !prefixes.some((prefix) => key.startsWith(prefix)) &&
      !suffixes.some((suffix) => key.endsWith(suffix)),
  )
  expect(unused).toEqual([])
})

it('has every key that is asked for', () => {
  const known = new Set(named(da))
  const asked = [...sources.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  expect(asked.filter((key) => !known.has(key))).toEqual([])
})
