import i18next from 'i18next'
import { expect, it } from 'vitest'
import type { SafeDay } from '@/shared/api/wire'
import { sampleStep } from '@/shared/testing/samples'
import { moveTo } from './gantt'
import { stepWords } from './ganttWords'

const t = i18next.getFixedT('da', 'texts')
const step = (id: string, planned: string, expected = '') => sampleStep({ id, planned, due: planned, expected })

// b was moved past c.
const lanes = [
  [step('a', '2014-01-31'), step('b', '2014-03-14', '2014-06-30'), step('c', '2014-04-30')],
  [],
  [step('d', '2014-02-10'), step('e', '2014-06-01')],
]

it.each([
  ['a', 'ArrowRight', 'c'],
  ['c', 'ArrowRight', 'b'],
  ['b', 'ArrowRight', undefined],
  ['b', 'Home', 'a'],
  ['a', 'End', 'b'],
  ['a', 'ArrowDown', 'd'],
  ['b', 'ArrowDown', 'e'],
  ['e', 'ArrowUp', 'b'],
  ['d', 'ArrowDown', undefined],
  ['a', 'x', undefined],
] as const)('from %s by %s to %s', (from, key, to) => {
  expect(moveTo(lanes, from, key)).toBe(to)
})

it('tells a step with its dates and until when it is safe', () => {
  const safe = { day: '2014-12-31' } as SafeDay
  expect(stepWords(sampleStep({ title: 'Idriftsat', due: '2014-12-31', planned: '2014-08-29', expected: '2014-10-04' }), safe, 'da', t)).toBe(
    'Idriftsat: åben, aftalt frist 31. december 2014, flyttet fra 29. august 2014 til 4. oktober 2014, sidste sikre dag 31. december 2014',
  )
  expect(stepWords(sampleStep({ title: 'Bygget', state: 'kept', due: '2014-02-21', planned: '2014-02-21', done: '2014-02-20' }), undefined, 'da', t)).toBe(
    'Bygget: i tide, aftalt frist 21. februar 2014, sket 20. februar 2014',
  )
})
