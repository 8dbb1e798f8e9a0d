import { expect, it } from 'vitest'
import { readNumber, readWhatIfSearch, withSet } from './search'

it('reads what the address sets and leaves out what sets nothing', () => {
  expect(readWhatIfSearch({ set: ['degree:5=100', 7, 'nonsense', 'step:plan.done=late'] })).toEqual({
    set: ['degree:5=100', 'step:plan.done=late'],
  })
  expect(readWhatIfSearch({ set: 'degree:5=100' })).toEqual({ set: ['degree:5=100'] })
  expect(readWhatIfSearch({ set: 3 })).toEqual({})
})

it('sets a subject once and takes it back', () => {
  expect(withSet(['degree:5=100'], 'degree:5', '0')).toEqual(['degree:5=0'])
  expect(withSet(['degree:5=100'], 'degree:50', '0')).toEqual(['degree:5=100', 'degree:50=0'])
  expect(withSet(['degree:5=100'], 'degree:5', '')).toBeUndefined()
})

it.each([
  ['96,2', '96.2'],
  [' 96.2 ', '96.2'],
  ['50', '50'],
  ['', undefined],
  ['1.000,5', undefined],
  ['mange', undefined],
])('reads %j as %j', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})
