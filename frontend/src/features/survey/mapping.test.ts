import { expect, it } from 'vitest'
import { isWhole, numbersOf, roleOf, withRole, withWord } from './mapping'
import type { Column, Mapping, Preview } from './wire'

const columns = ['Samlet', 'Telefon', 'Sektor', 'Tekst'].map((name) => ({ name, role: 'none', filled: 1, values: [] })) as Column[]
const empty: Mapping = { questions: [], sector: '', texts: [], words: [], scale: [] }

it('lets one question be the overall one and one column the sector, in the columns’ order', () => {
  let mapping = withRole(empty, columns, 'Telefon', 'overall')
  mapping = withRole(mapping, columns, 'Samlet', 'overall')
  mapping = withRole(mapping, columns, 'Tekst', 'sector')
  mapping = withRole(mapping, columns, 'Sektor', 'sector')
  expect(mapping.questions).toEqual([
    { column: 'Samlet', title: 'Samlet', overall: true },
    { column: 'Telefon', title: 'Telefon', overall: false },
  ])
  expect([mapping.sector, roleOf(mapping, 'Tekst'), isWhole(mapping), isWhole(empty)]).toEqual(['Sektor', 'none', true, false])
})

it('keeps a word’s newest meaning', () => {
  const mapping = withWord(withWord(empty, '5', 'tilfreds'), '5', 'meget tilfreds')
  expect(mapping.words).toEqual([{ word: '5', value: 'meget tilfreds' }])
  expect(withWord(mapping, '5', '').words).toEqual([])
})

it('sends numbers by sector where there are sectors, and none where none was typed', () => {
  const preview = { sectors: ['offentlig', 'privat'] } as Preview
  expect(numbersOf(preview, { 'asked offentlig': '1.200', 'population privat': 'mange' })).toEqual({
    sectors: [
      { name: 'offentlig', asked: 1200, population: 0 },
      { name: 'privat', asked: 0, population: 0 },
    ],
  })
  expect(numbersOf(preview, {})).toEqual({ sectors: [] })
  expect(numbersOf(undefined, { asked: '800' })).toEqual({ asked: 800, population: 0 })
})
