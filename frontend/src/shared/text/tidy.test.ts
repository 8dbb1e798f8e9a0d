import { expect, it } from 'vitest'
import { tidy } from './tidy'

it('keeps numbers and units together', () => {
  expect(tidy('96,2 % af 341 sager; 12,5 pct.')).toBe('96,2\u00a0% af 341 sager; 12,5\u00a0pct.')
})
