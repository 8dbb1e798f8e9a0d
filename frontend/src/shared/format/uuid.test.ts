import { expect, it } from 'vitest'
import { uuid7 } from './uuid'

it('makes a version 7 id that begins with its time', () => {
  // 1 January 2014 UTC is 1388534400000 ms = 0x01434b198400.
  expect(uuid7(1388534400000)).toMatch(/^01434b19-8400-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('makes different ids at one instant', () => {
  expect(new Set(Array.from({ length: 100 }, () => uuid7(0))).size).toBe(100)
})
