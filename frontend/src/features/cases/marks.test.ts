import { expect, test } from 'vitest'
import { checkedOf, unmarked } from './marks'

const drawn = [{ reference: 'S-1' }, { reference: 'S-2' }, { reference: 'S-3' }]

test('only what is marked is sent, in the order of the draw', () => {
  const marks = { 'S-3': { found: 'same' as const, note: '' }, 'S-1': { found: 'differs' as const, note: 'dated 11 June' }, 'S-2': { found: '' as const, note: '' } }
  expect(checkedOf(marks, drawn)).toEqual([
    { reference: 'S-1', differs: true, note: 'dated 11 June' },
    { reference: 'S-3', differs: false, note: '' },
  ])
  expect(unmarked(marks, drawn)).toBe(1)
})

test('a note of a case that turned out to be the same is not sent', () => {
  expect(checkedOf({ 'S-1': { found: 'same', note: 'a slip' } }, drawn)).toEqual([{ reference: 'S-1', differs: false, note: '' }])
})
