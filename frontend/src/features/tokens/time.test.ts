import { expect, it } from 'vitest'
import { bounds, dayAt, endOf } from './time'

it('knows the day in Copenhagen, also where it is another in Greenwich', () => {
  expect(dayAt(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30')
  expect(dayAt(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01')
  expect(dayAt(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
})

it('ends a token with its last day, summer and winter', () => {
  // Two hours before Greenwich in summer, one in winter.
  expect(endOf('2026-07-01')).toBe('2026-07-01T21:59:59.000Z')
  expect(endOf('2026-12-01')).toBe('2026-12-01T22:59:59.000Z')
  // The clock goes back on 25 October 2026: that day ends in winter time.
  expect(endOf('2026-10-25')).toBe('2026-10-25T22:59:59.000Z')
  expect(endOf('2026-10-24')).toBe('2026-10-24T21:59:59.000Z')
  // It goes forward on 28 March 2027.
  expect(endOf('2027-03-27')).toBe('2027-03-27T22:59:59.000Z')
  expect(endOf('2027-03-28')).toBe('2027-03-28T21:59:59.000Z')
})

it('offers no day more than a year ahead', () => {
  expect(bounds('2026-11-24')).toEqual({ first: '2026-11-24', last: '2027-11-24' })
})
