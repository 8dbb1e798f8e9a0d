import { expect, it } from 'vitest'
import { steps } from './trend'
import type { GoalCell, PortfolioLine } from './wire'
import { agencyYears } from './years'

const goal = (id: string, title: string): GoalCell => ({
  id,
  number: id,
  title,
  short: title,
  state: 'on_track',
  degree: { known: false, worst: '0', best: '100' },
  calculated: null,
})

function line(agencyId: string, from: string, goals: GoalCell[]): PortfolioLine {
  const contract = { id: `${agencyId}-${from.slice(0, 4)}`, agency: agencyId.toUpperCase(), from }
  return { contract, agencyId, reckoned: true, goals } as unknown as PortfolioLine
}

it('follows goals by their ids through an agency’s years', () => {
  const years = agencyYears([
    line('cpr', '2014-01-01', [goal('1', 'Personregistrering'), goal('4', 'Klagesager')]),
    line('zoo', '2014-01-01', [goal('1', 'Flytning')]),
    line('cpr', '2013-01-01', [goal('4', 'Klager'), goal('9', 'Kun i 2013')]),
  ])
  expect(years.map((agency) => agency.id)).toEqual(['cpr', 'zoo'])
  const cpr = years[0]
  expect(cpr?.contracts.map((one) => one.contract.id)).toEqual(['cpr-2013', 'cpr-2014'])
  // The latest year's names and order first, then what only earlier years had.
  expect(cpr?.goals.map((one) => one.title)).toEqual(['Personregistrering', 'Klagesager', 'Kun i 2013'])
  expect(cpr?.goals.map((one) => one.cells.map((cell) => cell !== undefined))).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
})

it('draws a value as holding until the next day on which it moves', () => {
  expect(steps([{ x: 0, y: 30 }, { x: 4, y: 20 }, { x: 9, y: 20 }])).toEqual([
    { x: 0, y: 30 },
    { x: 4, y: 30 },
    { x: 4, y: 20 },
    { x: 9, y: 20 },
  ])
})
