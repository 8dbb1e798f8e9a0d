import { expect, test } from 'vitest'
import { loads, lookedAt, readDrawnSearch, sharedOut } from './drawn'
import type { Customer } from './wire'

const people = [
  { subject: 'b', name: 'Birthe' },
  { subject: 'a', name: 'Anders' },
]

function customer(number: number, state: Customer['state'], to?: string): Customer {
  return {
    number, state, ref: `K-${number}`, stratum: '', ticket: '', name: '', contact: '', erased: false, cells: {}, for: 0, maySign: false,
    assigned: people.find(({ subject }) => subject === to) ?? null, assignment: null, replaced: null, reviews: [], signed: [],
  } as unknown as Customer
}

const customers = [customer(1, 'waiting', 'a'), customer(2, 'countersigned', 'a'), customer(3, 'waiting'), customer(4, 'waiting'), customer(5, 'replaced'), customer(6, 'waiting'), customer(7, 'reviewed')]

test('the load of each auditor counts what they have, and what of it waits', () => {
  expect(loads(customers, people)).toEqual([
    { subject: 'a', name: 'Anders', assigned: 2, open: 1 },
    { subject: 'b', name: 'Birthe', assigned: 0, open: 0 },
  ])
})

test('the rest goes to who has fewest; what is reviewed or replaced goes to nobody', () => {
  expect(sharedOut(customers, people)).toEqual([
    { number: 3, to: 'b' },
    { number: 4, to: 'b' },
    { number: 6, to: 'a' },
  ])
  expect(sharedOut(customers, [])).toEqual([])
})

test('the list is narrowed to one’s own, or to those that nobody has', () => {
  const numbers = (only?: 'mine' | 'nobody') => lookedAt(customers, only, 'a').map(({ number }) => number)
  expect(numbers('mine')).toEqual([1, 2])
  expect(numbers('nobody')).toEqual([3, 4, 6])
  expect(numbers()).toHaveLength(7)
  expect(readDrawnSearch({ only: 'everything' })).toEqual({})
})
