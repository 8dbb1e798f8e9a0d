import i18next from 'i18next'
import { expect, it } from 'vitest'
import type { Overview } from '@/shared/api/wire'
import { standing } from './words'

const t = i18next.getFixedT('da', 'texts')

function page(counts: Partial<Overview['counts']>, due = '', overdue: Partial<Overview['overdue'][number]>[] = []): Overview {
  const deadline = { id: 'q3', kind: 'quarterly', title: 'Rapport for 3. kvartal', from: '2014-07-01', to: '2014-09-30', due }
  return {
    counts: { goals: 8, kept: 0, partly: 0, notKept: 0, open: 8, late: 0, ...counts },
    asOf: { day: '2014-10-02', instant: '2014-10-02T21:59:59Z', past: false },
    overdue,
    nextDeadline: due === '' ? null : deadline,
  } as unknown as Overview
}

it.each([
  [page({}), 'Ingen mål er afgjort endnu.'],
  [page({ open: 5, notKept: 1 }), 'Tre af otte mål er afgjort. Ét kan ikke længere nås.'],
  [page({ open: 7, late: 2 }), 'Ét af otte mål er afgjort. To trin er over tiden.'],
  [page({ open: 8, late: 1 }, '', [{ step: 'a' }, { step: '' }, { step: '' }]), 'Ingen mål er afgjort endnu. Ét trin er over tiden. To tal mangler.'],
  [page({ open: 7 }, '2014-10-14'), 'Ét af otte mål er afgjort. Rapporten for 3. kvartal har frist om 12 dage.'],
  [page({ open: 0, notKept: 1 }), 'Alle otte mål er afgjort. Ét blev ikke opfyldt.'],
])('says where the contract stands (%#)', (overview, sentence) => {
  expect(standing(overview, 'da', t)).toBe(sentence)
})
