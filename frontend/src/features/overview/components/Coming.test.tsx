import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Overview } from '@/shared/api/wire'
import { renderPage } from '@/shared/testing/render'
import { ComingRow } from './Coming'

const version: Overview['coming'][number] = {
  version: 2,
  from: '2014-11-01',
  reason: 'Udgiftsopfølgning 2',
  changes: [],
  goals: [{ id: '8-2', number: '8', title: 'Udgifter pr. opslag', weight: '12.5', replaces: '8' }],
}

function table(replaces: string) {
  return (
    <table>
      <tbody>
        <ComingRow version={version} replaces={replaces} next />
      </tbody>
    </table>
  )
}

it('stands under the goal whose place it takes, with its day and no degree', async () => {
  await renderPage(table('8'))
  const row = screen.getByRole('row')
  expect(row.textContent).toContain('8 Udgifter pr. opslag')
  expect(row.textContent).toContain('Træder i stedet for målet ovenfor 1. november 2014.')
  expect(screen.getAllByRole('cell').map((one) => one.textContent)).toEqual(['aftalt', '', '–', '12,5', '–'])
})

it('stands under no other goal', async () => {
  await renderPage(table('7'))
  expect(screen.queryByRole('row')).toBeNull()
})
