import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { DayChoice } from './DayChoice'

const chosen = vi.fn()

beforeEach(() => chosen.mockReset())

async function field() {
  await renderPage(<DayChoice shown="2014-10-02" from="2014-01-01" to="2014-10-02" onChoose={chosen} />)
  return screen.getByLabelText<HTMLInputElement>('Vælg dag')
}

// A browser reports a change for every part that makes a whole date.
function type(input: HTMLInputElement, ...values: string[]) {
  for (const value of values) {
    fireEvent.keyDown(input, { key: '1' })
    fireEvent.change(input, { target: { value } })
  }
}

it('lets one type a whole date before the page turns', async () => {
  const input = await field()
  type(input, '2014-06-02', '2014-06-01', '2014-06-15', '0002-06-15', '0020-06-15', '0201-06-15', '2014-06-15')
  expect(chosen).not.toHaveBeenCalled()
  expect(input.value).toBe('2014-06-15')
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(chosen.mock.calls).toEqual([['2014-06-15']])
})

it('turns when the field is left, and at once when the calendar was used', async () => {
  const input = await field()
  type(input, '2014-05-02')
  fireEvent.blur(input)
  expect(chosen.mock.calls).toEqual([['2014-05-02']])
  fireEvent.pointerDown(input)
  fireEvent.change(input, { target: { value: '2014-04-01' } })
  expect(chosen.mock.calls).toEqual([['2014-05-02'], ['2014-04-01']])
})

it('tells of a day outside the year, and keeps what was typed', async () => {
  const input = await field()
  type(input, '2016-10-02')
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(chosen).not.toHaveBeenCalled()
  expect(screen.getByRole('alert').textContent).toBe('Vælg en dag fra 1. januar 2014 til 2. oktober 2014.')
  expect(input.value).toBe('2016-10-02')
})
