import { expect, test } from 'vitest'
import type { Change, Preview } from './api'
import { counts, hindrances, nothingSaid, ofSort, reportsOf, type Said } from './choose'

const change = (step: string, more: Partial<Change> = {}): Change => ({
  row: 2, step, name: step, goal: '1', cells: [], conflict: null, needsReason: '',
  report: { step, id: `id-${step}`, day: '2014-10-02', status: 'started' }, ...more,
})

const conflict = { fact: null, refused: '' }

const preview = (changes: Change[], faultCount = 0): Preview => ({
  changes, faultCount, faults: [], missing: [], missingCount: 0, unchanged: 0,
  file: { format: 'csv', encoding: 'UTF-8', sheet: '', unread: [], hidden: [], ignored: [], rows: changes.length },
})

test('a row that lacks a reason holds all back until it is given', () => {
  const page = preview([change('a'), change('b', { needsReason: 'why?' })])
  expect(hindrances(page, nothingSaid)).toEqual([{ what: 'reasons', count: 1 }])
  const said: Said = { ...nothingSaid, reasons: { b: ' late ' } }
  expect(hindrances(page, said)).toEqual([])
  expect(reportsOf(page.changes, said)).toEqual([
    { step: 'a', id: 'id-a', day: '2014-10-02', status: 'started' },
    { step: 'b', id: 'id-b', day: '2014-10-02', status: 'started', reason: 'late' },
  ])
  expect(hindrances(page, { ...nothingSaid, reasons: { b: '  ' } })).toHaveLength(1)
})

test('a conflict must be decided, and a row that yields is left out with what it needs', () => {
  const page = preview([change('a', { conflict, needsReason: 'why?' }), change('b')])
  expect(hindrances(page, nothingSaid)).toEqual([
    { what: 'conflicts', count: 1 },
    { what: 'reasons', count: 1 },
  ])
  const said: Said = { ...nothingSaid, sides: { a: 'theirs' } }
  expect(hindrances(page, said)).toEqual([])
  expect(reportsOf(page.changes, said).map(({ step }) => step)).toEqual(['b'])
  expect(hindrances(preview([page.changes[0] as Change]), said)).toEqual([{ what: 'nothing', count: 0 }])
})

test('an owner said on the page goes before the one of the file', () => {
  const page = [change('a', { report: { step: 'a', id: 'x', day: '2014-10-02', status: 'started', owner: 'Bo' } })]
  expect(reportsOf(page, { ...nothingSaid, owners: { a: 'Åse' } })[0]?.owner).toBe('Åse')
  expect(reportsOf(page, { ...nothingSaid, owners: { a: ' ' } })[0]?.owner).toBe('Bo')
})

test('faults hold all back, and each sort shows its own', () => {
  const page = preview([change('a', { conflict }), change('b', { needsReason: 'why?' })], 3)
  expect(counts(page, nothingSaid)).toEqual({ changes: 2, conflicts: 1, reasons: 1, faults: 3 })
  expect(hindrances(page, nothingSaid)[0]).toEqual({ what: 'faults', count: 3 })
  expect(ofSort(page.changes, 'conflicts', nothingSaid).map(({ step }) => step)).toEqual(['a'])
  expect(ofSort(page.changes, 'reasons', nothingSaid).map(({ step }) => step)).toEqual(['b'])
  expect(ofSort(page.changes, 'changes', nothingSaid)).toHaveLength(2)
})
