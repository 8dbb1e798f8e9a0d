import { expect, it } from 'vitest'
import type { Outline } from '@/shared/api/wire'
import { formatRat } from '@/shared/format/rat'
import { missing, typedRat, weightEdits } from './weights'

const goal = { number: '', title: '', printed: '', replaceable: false, addition: false }
const outline: Outline = {
  year: 2014,
  unit: 'pct.',
  sum: '100',
  flat: true,
  goals: [
    { ...goal, id: 'a', weight: '62.5' },
    { ...goal, id: 'b', weight: '37.5' },
    { ...goal, id: 'c', weight: '5', addition: true },
  ],
  steps: [],
  targets: [],
  deadlines: [],
}

it('reads figures with a comma, a point or as a fraction', () => {
  expect(['12,5', ' 12.5 ', '1/12', '12'].map(typedRat)).toEqual(['12.5', '12.5', '1/12', '12'])
  expect(['', 'x', '1,2,3', '-1', '1/0', '12 pct.'].map(typedRat)).toEqual(Array(6).fill(undefined))
})

it('says what is missing of the sum, and leaves out what counts on top', () => {
  const rest = (typed: Record<string, string>) => {
    const of = missing(outline, typed)
    return of === undefined ? undefined : formatRat(of, 'da')
  }
  expect(rest({})).toBe('0')
  // 100 − 60 − 37.5 = 2.5
  expect(rest({ a: '60' })).toBe('2,5')
  // 100 − 62.5 − 40 = −2.5
  expect(rest({ b: '40', c: '9' })).toBe('−2,5')
  expect(rest({ a: 'x' })).toBe(undefined)
})

it('sends only the weights that differ, as they were typed', () => {
  expect(weightEdits(outline, { a: '62,50', b: '40', c: 'x' })).toEqual([
    { weight: { goal: 'b', value: '40', printed: '40' } },
  ])
})
