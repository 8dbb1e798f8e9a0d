import { expect, it } from 'vitest'
import { toFigures, toTyped } from './figures'

it('takes counts as whole numbers, and lets the server tell what is none', () => {
  expect(toFigures('timeliness', [], { timely: '328', total: '1.341' }, '')).toEqual({ timely: 328, total: 1341 })
  expect(toFigures('timeliness', [], { timely: '96,2', total: 'abc' }, '')).toEqual({ timely: '96,2', total: 'abc' })
})

it('names the month of a count', () => {
  expect(toFigures('monthly-count', [], { count: '57' }, '2014-09')).toEqual({ month: '2014-09', count: 57 })
})

it('takes kroner and sends øre', () => {
  expect(toFigures('deviation', [], { budget: '42.250.000', spent: '985.500,50' }, '')).toEqual({
    budget: 4225000000,
    spent: 98550050,
  })
})

it('writes figures as one would type them, and reads them back the same', () => {
  const figures = { budget: 4225000000, spent: 98550050 }
  const typed = toTyped(figures, 'da')
  expect(typed).toEqual({ budget: '42.250.000', spent: '985.500,50' })
  expect(toFigures('deviation', [], typed, '')).toEqual(figures)
})

it('asks yes or no as such', () => {
  expect(toFigures('yes-no', [], { yes: 'no' }, '')).toEqual({ yes: false })
  expect(toFigures('yes-no', [], {}, '')).toEqual({})
})

it('what a figure must rest on is sent beside it', () => {
  expect(toFigures('number', ['restsOn', 'of'], { value: '12,5', restsOn: '24', of: '1.040' }, '')).toEqual({ value: '12.5', restsOn: 24, of: 1040 })
})
