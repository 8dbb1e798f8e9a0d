import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { ListChange } from './ListChange'

it('names the first of those that changed, and counts the rest', async () => {
  await renderPage(<ListChange change={{ added: 0, removed: 1, changed: 1202, removedIds: ['K4'], changedIds: ['K1', 'K2'] }} />, '/c/cpr-2014')
  expect(screen.getByText('Siden sidst: 0 nye, 1 væk, 1.202 ændrede.')).toBeTruthy()
  expect(screen.getByText('Ændrede:').parentElement?.textContent).toBe('Ændrede: K1, K2 og 1.200 til')
  expect(screen.getByText('Væk:').parentElement?.textContent).toBe('Væk: K4')
  expect(screen.queryByText('Nye:')).toBeNull()
})
