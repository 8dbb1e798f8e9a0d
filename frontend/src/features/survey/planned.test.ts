import { expect, it } from 'vitest'
import { planOf, without, type Typed } from './planned'

const wording = (text: string) => ({ da: text, en: text })
const typed: Typed = {
  title: 'Undersøgelse', questions: ['a', 'b', 'c'].map(wording), overall: 2, scale: [], dontKnow: wording(''), remark: wording(''),
  closes: '2014-11-20', size: '1.200',
}

it('keeps the same overall question when another is taken out', () => {
  expect(without(typed, 0).overall).toBe(1)
  expect(without({ ...typed, overall: 0 }, 2).overall).toBe(0)
  expect(without({ ...typed, overall: 2 }, 2)).toMatchObject({ overall: 1, questions: [wording('a'), wording('b')] })
})

it('sends what was typed, and leaves out what was not', () => {
  expect(planOf(typed)).toEqual({
    title: 'Undersøgelse', closes: '2014-11-20', size: 1200,
    questions: [
      { title: wording('a'), overall: false },
      { title: wording('b'), overall: false },
      { title: wording('c'), overall: true },
    ],
  })
})
