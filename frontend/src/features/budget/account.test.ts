import { expect, it } from 'vitest'
import { pointsOf, stepsOf } from './account'
import { lastMonthEnd } from './day'
import type { BudgetView } from './wire'

const view = {
  months: ['2014-01', '2014-02', '2014-03'],
  ended: 2,
  account: { budget: 300_00, spent: 310_00, year: 450_00 },
  lines: [
    { id: '10', title: 'Løn', months: [100_00, 100_00, 100_00], spent: [90_00, 105_00, 0], account: { budget: 200_00, spent: 195_00 } },
    { id: '20', title: 'Drift', months: [50_00, 50_00, 50_00], spent: [50_00, 50_00, 0], account: { budget: 100_00, spent: 100_00 } },
    { id: '30', title: 'Andet', months: [0, 0, 0], spent: [15_00, 0, 0], account: { budget: 0, spent: 15_00 } },
  ],
} as unknown as BudgetView

it('goes from the budget to what was spent by the lines that deviate', () => {
  expect(stepsOf(view, { budget: 'Budget', spent: 'Forbrug' })).toEqual([
    { name: 'Budget', from: 0, to: 300, whole: true },
    { name: '10 Løn', from: 300, to: 295, whole: false },
    { name: '30 Andet', from: 295, to: 310, whole: false },
    { name: 'Forbrug', from: 0, to: 310, whole: true },
  ])
})

it('sums the months up and says nothing of those to come', () => {
  expect(pointsOf(view)).toEqual([
    { month: '2014-01', budget: 150, spent: 155 },
    { month: '2014-02', budget: 300, spent: 310 },
    { month: '2014-03', budget: 450, spent: null },
  ])
})

it('lets an account end with a month', () => {
  expect(['2014-10-02', '2014-09-30', '2014-03-01', '2014-12-31'].map(lastMonthEnd)).toEqual(['2014-09-30', '2014-09-30', '2014-02-28', '2014-12-31'])
})
