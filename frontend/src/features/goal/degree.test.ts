import { expect, it } from 'vitest'
import type { DegreeCurve } from '@/shared/api/wire'
import { degreeRows, openEnds } from './degree'

// Nothing below 80, which itself gives 50; from there a line to 100 at 90.
const cliff: DegreeCurve = {
  stretches: [
    { from: '77.5', to: '80', start: '0', end: '0' },
    { from: '80', to: '90', start: '50', end: '100' },
    { from: '90', to: '92.5', start: '100', end: '100' },
  ],
  points: [
    { result: '80', degree: '50' },
    { result: '90', degree: '100' },
  ],
  now: null,
  words: [],
}

it('draws an open end where the degree jumps, on the side that does not hold the result', () => {
  expect(openEnds(cliff)).toEqual([{ result: '80', degree: '0' }])
})

it('tells what lies below, at, between and above', () => {
  expect(degreeRows(cliff)).toEqual([
    { from: undefined, to: '80', start: '0', end: '0' },
    { from: '80', to: '80', start: '50', end: '50' },
    { from: '80', to: '90', start: '50', end: '100' },
    { from: '90', to: '90', start: '100', end: '100' },
    { from: '90', to: undefined, start: '100', end: '100' },
  ])
})
