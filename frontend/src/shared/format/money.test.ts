import { expect, it } from 'vitest'
import { formatOere, parseKroner } from './money'

it.each([
  ['1234', 123400],
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1.234.567', 123456700],
  ['12,5', 1250],
  ['1 250 000 kr.', 125000000],
  ['0', 0],
])('reads %s as %i øre', (typed, oere) => {
  expect(parseKroner(typed)).toBe(oere)
})

it.each(['', 'tolv', '-5', '1.23.4', '12,345,6', '1,5,0'])('refuses %j', (typed) => {
  expect(parseKroner(typed)).toBeNull()
})

it.each([
  [123456, '1.234,56'],
  [1250, '12,50'],
  [120000, '1.200'],
])('writes %i øre as %s', (oere, text) => {
  expect(formatOere(oere, 'da')).toBe(text)
})
