import { expect, it } from 'vitest'
import { ApiProblem } from './client'
import { askAgain } from './live'

const state = { error: null as unknown, dataUpdatedAt: 1_000_000, errorUpdatedAt: 0 }

it('asks every five seconds while the server answers', () => {
  expect(askAgain({ state })).toBe(5_000)
})

it('waits as long again as the server has been silent, a minute at most', () => {
  expect(askAgain({ state: { ...state, error: new TypeError(), errorUpdatedAt: 1_012_000 } })).toBe(12_000)
  expect(askAgain({ state: { ...state, error: new TypeError(), errorUpdatedAt: 9_000_000 } })).toBe(60_000)
})

it('asks no more once the session has ended', () => {
  const error = new ApiProblem({ status: 401 })
  expect(askAgain({ state: { ...state, error, errorUpdatedAt: 1_001_000 } })).toBe(false)
})
