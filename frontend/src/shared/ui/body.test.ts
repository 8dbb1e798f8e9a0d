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
