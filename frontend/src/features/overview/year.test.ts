import { expect, it } from 'vitest'
import { everyDay, held, yearRows } from './year'

const point = (day: string, worst: string, best: string) => ({ day, total: worst, worst, best, decided: worst })
const timeline = (today: string, ahead: ReturnType<typeof point>[]) => ({
  from: '2014-01-01',
  to: '2014-12-31',
  today,
  points: [point('2014-01-01', '0', '100'), point(today, '25/2', '87.5')],
  ahead,
  deadlines: [],
})

it('goes on from what is known to what is expected', () => {
  const { known, ahead } = yearRows(timeline('2014-10-02', [point('2014-10-02', '12.5', '87.5'), point('2014-12-31', '50', '87.5')]))
  expect(known.map((row) => [row.day, row.low, row.high])).toEqual([
    ['2014-01-01', 0, 100],
    ['2014-10-02', 12.5, 87.5],
  ])
  expect(ahead.map((row) => [row.day, row.low])).toEqual([
    ['2014-10-02', 12.5],
    ['2014-12-31', 50],
  ])
})

it('expects nothing once the contract has ended', () => {
  expect(yearRows(timeline('2015-01-20', [point('2015-01-20', '75', '75')])).ahead).toEqual([])
})

it('holds each value until the next', () => {
  expect(held(yearRows(timeline('2014-10-02', [])).known).map((row) => [row.day, row.low])).toEqual([
    ['2014-01-01', 0],
    ['2014-10-02', 0],
    ['2014-10-02', 12.5],
  ])
})

it('finds every day between two changes', () => {
  const days = everyDay(yearRows({ ...timeline('2014-01-04', []), ahead: [] }).known)
  expect(days.map((row) => [row.day, row.low])).toEqual([
    ['2014-01-01', 0],
    ['2014-01-02', 0],
    ['2014-01-03', 0],
    ['2014-01-04', 12.5],
  ])
})
