import { expect, it } from 'vitest'
import { formatBeside } from './rat'

it('never shows a figure as the bound that it misses', () => {
  // 18,999 of 20,000 is 94.995 %, which two decimals would print as 95.
  expect(formatBeside('18999/200', '95', 'da')).toBe('94,995')
  expect(formatBeside('95', '95', 'da')).toBe('95')
  expect(formatBeside('96.19', '95', 'en')).toBe('96.19')
  // An øre too much of 250 million: 2.000002 %.
  expect(formatBeside('2000002/1000000', '2', 'da')).toBe('2,000002')
})
