import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { sampleLine } from '@/shared/testing/samples'
import { useStill } from './useStill'

const [a, b, c] = ['a', 'b', 'c'].map((id) => sampleLine({ id }))

it('leaves the lines where they are: what is done goes, what is new waits until it is asked for', () => {
  const hook = renderHook((lines) => useStill(lines), { initialProps: [a!, b!] })
  expect(hook.result.current.lines).toEqual([a, b])

  // c hurts more and would have come first, under the hand that reaches for a.
  hook.rerender([c!, a!])
  expect(hook.result.current.lines).toEqual([a])
  expect(hook.result.current.fresh).toBe(1)

  act(() => hook.result.current.show())
  expect(hook.result.current.lines).toEqual([c, a])
  expect(hook.result.current.fresh).toBe(0)
})
