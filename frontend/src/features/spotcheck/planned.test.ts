import { expect, test } from 'vitest'
import { begun, hundredth, percentOf, planOf, sizingOf, whole } from './planned'
import type { Plan } from './wire'

test('a share in percent is an exact decimal', () => {
  expect(['95', '97,5', '5', '0.25', '100', '12.125'].map(hundredth)).toEqual(['0.95', '0.975', '0.05', '0.0025', '1.00', '0.12125'])
  expect(hundredth('mange')).toBe('mange')
})

test('and an exact decimal is the same share in percent again', () => {
  expect(['0.95', '0.975', '0.05', '0.0025', '1', '0.12125'].map(percentOf)).toEqual(['95', '97.5', '5', '0.25', '100', '12.125'])
})

test('what is no whole number is sent as one that is refused', () => {
  expect(['45', '', ' 7 ', '-3', '4,5', 'mange'].map(whole)).toEqual([45, 0, 7, -1, -1, -1])
})

test('only what the method rests on is sent', () => {
  const typed = { ...begun(), size: '12', column: 'sektor', only: 'Privat', sizes: { Privat: '4' } }
  expect(sizingOf(typed)).toEqual({ method: 'detection', confidence: '0.95', share: '0.05', accept: 0, column: 'sektor', allocation: 'proportional' })
  expect(sizingOf({ ...typed, by: 'design', design: '3' })).toMatchObject({ design: 3 })
  expect(sizingOf({ ...typed, method: 'all' })).toEqual({ method: 'all', confidence: '0.95', column: 'sektor', only: 'Privat' })
  expect(sizingOf({ ...typed, selection: 'volume', by: 'design' })).toEqual({ method: 'detection', confidence: '0.95', share: '0.05', accept: 0, selection: 'volume' })
  expect(sizingOf({ ...typed, method: 'number', allocation: 'given' })).toEqual({
    method: 'number', confidence: '0.95', size: 12, column: 'sektor', allocation: 'given', shares: [{ stratum: 'Privat', population: 0, size: 4 }],
  })
})

test('a recorded plan can be changed and sent again', () => {
  const plan: Plan = {
    title: 'Vilkår', question: 'Følges de?', population: 'p', checklist: [{ id: 'a', title: 'Personlig', evidence: 'Liste' }],
    method: 'detection', confidence: '0.9', design: 3, accept: 1, size: 40, source: 'public', announced: 'drand 42', at: '2014-12-01T10:00:00Z', follows: '2013-2',
  }
  expect(planOf(begun(plan, '2014-1'), 'p')).toEqual({
    title: 'Vilkår', question: 'Følges de?', population: 'p', checklist: [{ id: '0', title: 'Personlig', evidence: 'Liste' }],
    method: 'detection', confidence: '0.90', design: 3, accept: 1, source: 'public', announced: 'drand 42', at: '2014-12-01T10:00:00.000Z', follows: '2013-2',
  })
})
