import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import type { Outline } from '@/shared/api/wire'
import { GoalFields, freeId } from './GoalFields'
import { WeightFields } from './WeightFields'

const goal = { weight: '50', printed: '50', addition: false, replaceable: false }
const outline: Outline = {
  year: 2014,
  unit: 'pct.',
  sum: '100',
  flat: true,
  goals: [
    { ...goal, id: '7', number: '7', title: 'Web' },
    { ...goal, id: '8', number: '8', title: 'Budget', replaceable: true },
  ],
  steps: [],
  targets: [],
  deadlines: [],
}

it('puts another economic goal into the file once everything is said', async () => {
  const onEdits = vi.fn()
  await renderPage(<GoalFields outline={outline} onEdits={onEdits} busy={false} />)
  const put = screen.getByRole('button', { name: 'Sæt ind i filen' })
  // Only goal 8 may be replaced.
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['Vælg …', 'Mål 8: Budget'])
  await userEvent.selectOptions(screen.getByLabelText('Mål, der erstattes'), '8')
  await userEvent.type(screen.getByLabelText('Det nye måls titel'), 'Udgifter')
  await userEvent.click(put)
  expect(onEdits).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('Måltal for 2014'), '1,5')
  await userEvent.click(put)
  expect(onEdits).toHaveBeenCalledWith([
    {
      goal: {
        replaces: '8',
        id: '8-2',
        title: 'Udgifter',
        text: '',
        measure: 'deviation',
        bound: 'at-most',
        value: '1.5',
        unit: 'pct.',
        year: 2014,
      },
    },
  ])
})

it('never gives an id twice', () => {
  const taken = { ...outline, goals: [...outline.goals, { ...goal, id: '8-2', number: '8', title: '' }] }
  expect(freeId(taken, '8')).toBe('8-3')
})

it('says what is missing of the weights, and puts nothing in before they sum', async () => {
  const onEdits = vi.fn()
  await renderPage(<WeightFields outline={outline} onEdits={onEdits} busy={false} />)
  const web = screen.getByLabelText('Mål 7: Web')
  await userEvent.clear(web)
  await userEvent.type(web, '47,5')
  expect(screen.getByRole('status').textContent).toContain('Der mangler 2,5 pct.')
  await userEvent.click(screen.getByRole('button', { name: 'Sæt ind i filen' }))
  expect(onEdits).not.toHaveBeenCalled()
  const budget = screen.getByLabelText('Mål 8: Budget')
  await userEvent.clear(budget)
  await userEvent.type(budget, '52,5')
  await userEvent.click(screen.getByRole('button', { name: 'Sæt ind i filen' }))
  expect(onEdits).toHaveBeenCalledWith([
    { weight: { goal: '7', value: '47.5', printed: '47,5' } },
    { weight: { goal: '8', value: '52.5', printed: '52,5' } },
  ])
})
