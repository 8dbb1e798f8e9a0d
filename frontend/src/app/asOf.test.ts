import { expect, it } from 'vitest'
import { asOfTrouble } from './asOf'

const today = '2014-10-02'

it.each([
  [undefined, undefined],
  ['2014-06-30', undefined],
  ['2014-10-02', undefined],
  ['2014-06-30T12:00:00Z', undefined],
  ['2014-10-03', 'future'],
  ['2014-02-31', 'unreadable'],
  ['2014-13-45', 'unreadable'],
  ['garbage', 'unreadable'],
  ['2014-06-30Tnoon', 'unreadable'],
])('%s is %s', (asOf, trouble) => {
  expect(asOfTrouble(asOf, today)).toBe(trouble)
})
