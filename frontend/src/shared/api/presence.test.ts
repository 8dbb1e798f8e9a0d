import { expect, test } from 'vitest'
import { unattended, watchPresence } from './presence'

test('a page is unattended a minute after the last touch, and attended at the next', () => {
  let now = 1_000_000
  const clock = () => now
  const page = new EventTarget()
  watchPresence(page, clock)
  now += 60_000
  expect(unattended(clock)).toBe(false)
  now += 1
  expect(unattended(clock)).toBe(true)
  page.dispatchEvent(new Event('keydown'))
  expect(unattended(clock)).toBe(false)
})
