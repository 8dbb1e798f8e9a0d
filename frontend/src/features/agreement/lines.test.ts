import { expect, it } from 'vitest'
import { lineStart } from './lines'

it('finds where a line begins', () => {
  const text = 'a\n\nbc\nd'
  expect([1, 2, 3, 4].map((line) => lineStart(text, line))).toEqual([0, 2, 3, 6])
  // Past the end: one behind it, as if another line followed.
  expect(lineStart(text, 5)).toBe(8)
})
