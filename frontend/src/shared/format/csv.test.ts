import { expect, it } from 'vitest'
import { csvText } from './csv'

it('parts cells as the language’s spreadsheets do', () => {
  const rows = [
    ['Dag', 'Opnået'],
    ['30. juni 2014', '12,5'],
  ]
  expect(csvText(rows, 'da')).toBe('\uFEFFDag;Opnået\r\n30. juni 2014;12,5\r\n')
  expect(csvText(rows, 'en')).toBe('\uFEFFDag,Opnået\r\n30. juni 2014,"12,5"\r\n')
})

it('lets no cell be run as a formula and keeps quotes', () => {
  expect(csvText([['=1+1', '@x', '-2', 'en "ven"; to']], 'da')).toBe(
    '\uFEFF\'=1+1;\'@x;\'-2;"en ""ven""; to"\r\n',
  )
})
