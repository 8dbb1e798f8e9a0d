import { describe, expect, it } from 'vitest'
import { compareRat, formatRange, formatRat, subtractRat } from './rat'

describe('formatRat', () => {
  it.each([
    ['12.5', 'da', '12,5'],
    ['12.5', 'en', '12.5'],
    ['75', 'da', '75'],
    ['100/3', 'da', '33,33'],
    ['200/3', 'da', '66,67'], // 66.666… rounds half up
    ['0.005', 'da', '0,01'], // exactly half
    ['-0.5', 'da', '−0,5'],
    ['1234567.5', 'da', '1.234.567,5'],
    ['9007199254740993', 'en', '9,007,199,254,740,993'], // 2^53 + 1: a float would lose it
  ] as const)('%s in %s is %s', (rat, language, text) => {
    expect(formatRat(rat, language)).toBe(text)
  })
})

describe('formatRange', () => {
  it('shows one figure once it is known', () => {
    expect(formatRange({ known: true, worst: '50', best: '50' }, 'da')).toBe('50')
  })
  it('shows both ends while it is open, never zero alone', () => {
    expect(formatRange({ known: false, worst: '0', best: '12.5' }, 'da')).toBe('0–12,5')
  })
})

it('compares and subtracts exactly', () => {
  expect(compareRat('100/3', '33.34')).toBe(-1)
  expect(compareRat('0.1', '1/10')).toBe(0)
  expect(formatRat(subtractRat('87.5', '37.5'), 'da')).toBe('50')
})
