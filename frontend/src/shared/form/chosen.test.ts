import { expect, it } from 'vitest'
import { withTheirs } from './chosen'

const mine = { id: 'a', expects: 'b', day: '2014-10-02', status: 'started', note: 'Mit', evidence: [{ url: 'https://x' }] }

it('takes the chosen rows from the other and keeps the rest', () => {
  const theirs = { day: '2014-10-01', status: 'done', note: 'Deres' }
  expect(withTheirs(mine, theirs, new Set(['status']))).toEqual({ ...mine, status: 'done' })
})

it('takes nothing where the other wrote nothing', () => {
  expect(withTheirs(mine, {}, new Set(['note', 'evidence']))).toEqual({ ...mine, note: '', evidence: [] })
})

it('goes into figures row by row, and takes one that only the other has', () => {
  const body = { figures: { month: '2014-09', cases: 57 }, note: '' }
  const theirs = { figures: { month: '2014-09', cases: 58, timely: 55 } }
  expect(withTheirs(body, theirs, new Set(['timely']))).toEqual({ figures: { month: '2014-09', cases: 57, timely: 55 }, note: '' })
  expect(withTheirs(body, theirs, new Set(['cases']))).toEqual({ figures: { month: '2014-09', cases: 58 }, note: '' })
})
