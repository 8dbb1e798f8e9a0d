import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { FilterText } from './FilterFields'

it('keeps a person number in the field and says so', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const asked = vi.fn()
  render(<FilterText label="Ord" value={undefined} onChange={asked} />)
  const field = screen.getByRole('searchbox', { name: 'Ord' })
  // A date and four digits; no person's.
  await user.click(field)
  await user.paste('se 010190-1234')
  await vi.advanceTimersByTimeAsync(2000)
  expect(screen.getByRole('alert').textContent).toBe('Der må ikke søges på personnumre. Fjern nummeret.')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(asked).not.toHaveBeenCalled()
  await user.clear(field)
  await user.paste('se her')
  await vi.advanceTimersByTimeAsync(2000)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(asked.mock.calls).toEqual([['se her']])
  vi.useRealTimers()
})
