import { expect, test } from 'vitest'
import { forget, keep, readKept } from './kept'

const token = 'ab'.repeat(32)

test('what was written is sent under the same id after a reload, and under another once it has arrived', () => {
  const first = { ...readKept(token), text: 'Vi er enige.' }
  keep(token, first)
  expect(readKept(token)).toEqual(first)
  expect(first.salt).toMatch(/^[0-9a-f]{32}$/)
  forget(token)
  const next = readKept(token)
  expect(next.text).toBe('')
  expect(next.id).not.toBe(first.id)
})
