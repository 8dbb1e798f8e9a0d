import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { NumberHand } from './NumberHand'

it('counts what is typed as soon as it is a number, and says when it is none', async () => {
  const user = userEvent.setup()
  const set: string[] = []
  render(<NumberHand id="n" value="" unit="%" onSet={(value) => set.push(value)} />)
  const field = screen.getByRole('textbox')
  await user.type(field, '96,2')
  expect(set).toEqual(['9', '96', '96,', '96.2'])
  await user.type(field, 'x')
  expect(screen.getByRole('alert').textContent).toBe('Skriv et tal, for eksempel 96,2.')
  await user.clear(field)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(set.at(-1)).toBe('')
})

it('takes whole counts alone where things are counted', async () => {
  const user = userEvent.setup()
  const set: string[] = []
  render(<NumberHand id="n" value="50" whole onSet={(value) => set.push(value)} />)
  const field = screen.getByRole('textbox')
  expect((field as HTMLInputElement).value).toBe('50')
  await user.clear(field)
  await user.type(field, '49,5')
  expect(screen.getByRole('alert').textContent).toBe('Skriv et helt antal, for eksempel 50.')
  expect(set).toEqual(['', '4', '49', '49,', '49,5'])
})

it('keeps what the server would not take, with the reason tied to the field', () => {
  render(<NumberHand id="n" value="" refused={{ value: '150', message: 'Skriv et tal fra 0 til 100.' }} onSet={() => undefined} />)
  const field = screen.getByRole('textbox')
  expect((field as HTMLInputElement).value).toBe('150')
  expect(field.getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id)
  expect(screen.getByRole('alert').textContent).toBe('Skriv et tal fra 0 til 100.')
})
