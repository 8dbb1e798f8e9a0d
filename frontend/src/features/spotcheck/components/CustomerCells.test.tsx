import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderPage } from '@/shared/testing/render'
import { CustomerCells } from './CustomerCells'

it('shows every filled column of the list, folded, with a point in thousands of the volume', async () => {
  await renderPage(<CustomerCells cells={{ aftale: 'A-17', kommunekode: '0101', mængde: '1250000', sektor: '' }} />, '/c/cpr-2014')
  expect(screen.getByText('Hvad listen siger om kunden').closest('details')?.open).toBe(false)
  expect(screen.getAllByRole('term', { hidden: true }).map((term) => term.textContent)).toEqual(['aftale', 'kommunekode', 'mængde'])
  expect(screen.getAllByRole('definition', { hidden: true }).map((one) => one.textContent)).toEqual(['A-17', '0101', '1.250.000'])
})
