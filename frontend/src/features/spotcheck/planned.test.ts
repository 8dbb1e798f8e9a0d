import { expect, test } from 'vitest'
import { hundredth } from './planned'

test('a share in percent is an exact decimal', () => {
  expect(['95', '97,5', '5', '0.25', '100', '12.125'].map(hundredth)).toEqual(['0.95', '0.975', '0.05', '0.0025', '1.00', '0.12125'])
  expect(hundredth('mange')).toBe('mange')
})
