import i18next from 'i18next'
import { expect, it } from 'vitest'
import { bodyRows } from './body'

const t = i18next.getFixedT('da', 'texts')

it('writes a fact’s body as labelled rows, without what is empty', () => {
  const rows = bodyRows(
    {
      status: 'done',
      expected: '2014-06-30',
      note: '',
      progress: 100,
      evidence: [{ title: 'Notat', url: 'https://example.org/n' }],
      figures: { budget: 4225000000, final: true },
      unheardOf: 'x',
    },
    'da',
    t,
  ).map((row) => `${row.label}: ${row.value}`)
  expect(rows).toEqual([
    'Status: færdig',
    'Forventet: 30. juni 2014',
    'Fremdrift i %: 100',
    'Dokumentation: Notat https://example.org/n',
    'Grundbudget: 42.250.000 kr.',
    'Endeligt: ja',
    'unheardOf: x',
  ])
})

it('writes an import’s lists entry by entry, and names what the fact points at', () => {
  const id = '0198f3a2-5b1c-7d3e-8f4a-1b2c3d4e5f60'
  const rows = bodyRows(
    {
      import: id,
      rows: { size: 12, root: 'ab' },
      figures: { openLate: 2, months: [{ month: '2014-03', received: 20, concluded: 18, timely: 17 }] },
      spent: [{ line: 'L1', months: [4200, 0] }],
      columns: [{ name: 'Sektor', values: [{ text: 'Stat', count: 3 }] }],
    },
    'da',
    t,
  )
  expect(rows.map((row) => `${row.label}: ${row.value}`)).toEqual([
    `Import: ${id}`,
    'Rækker under roden: 12',
    'Rækkernes rod: ab',
    'Åbne over fristen: 2',
    'Måneder: marts 2014: Modtaget 20, Afsluttet 18, I tide 17',
    'Forbrug: L1: Måneder (42 kr., 0 kr.)',
    'Kolonner, der kan deles op efter: Sektor: Værdier (Stat: Antal 3)',
  ])
  expect(rows[0]?.fact).toBe(id)
})

it('writes a long list’s beginning and how much more there is', () => {
  const months = Array.from({ length: 30 }, (_, i) => ({ month: `2014-${String((i % 12) + 1).padStart(2, '0')}`, concluded: i }))
  expect(bodyRows({ months }, 'da', t)[0]?.value.endsWith('… og 6 til')).toBe(true)
})
