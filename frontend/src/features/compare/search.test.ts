import { expect, it } from 'vitest'
import { quarterBefore, readCompareSearch } from './search'

it('reads days, versions and now', () => {
  expect(readCompareSearch({ left: '2014-06-30', right: 'now' })).toEqual({ left: '2014-06-30', right: 'now' })
  expect(readCompareSearch({ left: 'v1', right: 'v2' })).toEqual({ left: 'v1', right: 'v2' })
  expect(readCompareSearch({ left: 'i går', right: 7 })).toEqual({})
  expect(readCompareSearch({ left: '2014-99-01', right: '2014-02-30' })).toEqual({})
})

it.each([
  ['2014-10-02', '2014-09-30'],
  ['2014-07-01', '2014-06-30'],
  ['2014-04-30', '2014-03-31'],
  ['2014-02-10', '2013-12-31'],
])('before %s the quarter ended %s', (day, end) => {
  expect(quarterBefore(day)).toBe(end)
})
