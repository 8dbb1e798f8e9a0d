import { expect, it } from 'vitest'
import { middleOf, piecesOf } from './groups'
import type { GroupView, SurveyView } from './wire'

const five = ['meget utilfreds', 'utilfreds', 'hverken eller', 'tilfreds', 'meget tilfreds']

function view(values: string[], satisfied: string[]): SurveyView {
  return { scale: { values, satisfied, dontKnow: [], dontKnowCounts: false } } as unknown as SurveyView
}

function group(counts: number[], hidden = false): GroupView {
  return { name: '', hidden, counts } as unknown as GroupView
}

it('puts the middle answer on both sides of nought', () => {
  const pieces = piecesOf(view(five, ['tilfreds', 'meget tilfreds']), 'Alle', group([10, 20, 20, 30, 20]))
  expect(pieces.map(({ from, to }) => [from, to])).toEqual([[-40, -30], [-30, -10], [-10, 10], [10, 40], [40, 60]])
})

it('begins the satisfied at nought where no answer is in the middle', () => {
  const pieces = piecesOf(view(['aldrig', 'sjældent', 'ofte', 'altid'], ['ofte', 'altid']), 'Alle', group([1, 1, 1, 1]))
  expect(pieces.map(({ from, to }) => [from, to])).toEqual([[-50, -25], [-25, 0], [0, 25], [25, 50]])
  expect(middleOf(view(['nej', 'lidt', 'ja'], ['lidt', 'ja']))).toBe(-1)
})

it('draws nothing of a group that is hidden or of which nobody answered', () => {
  expect(piecesOf(view(five, ['tilfreds']), 'Alle', group([1, 0, 0, 0, 0], true))).toEqual([])
  expect(piecesOf(view(five, ['tilfreds']), 'Alle', group([0, 0, 0, 0, 0]))).toEqual([])
})
