import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CasesAhead } from '@/shared/api/casesAhead'
import { renderPage } from '@/shared/testing/render'
import { sampleFact } from '@/shared/testing/samples'
import type { CasesPage } from '../wire'
import { BandPart } from './BandPart'
import { CaseStanding } from './CaseStanding'

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const late = { state: 'late', from: '', to: '2014-10-01', least: null, most: null, cases: 629 }

// 626 were past the limit when the extract was made, three more since then: each figure says of which day it is.
it('says of which day the cases past the limit are counted, above and in the table', async () => {
  const page = {
    measure: 'timeliness',
    target: '95',
    limit: '5 måneder',
    figures: { open: 2724, openLate: 626 },
    newest: { ...sampleFact(), day: '2014-09-30' },
    statistics: { toDate: { share: null, timely: 0, concluded: 0 }, months: [] },
  }
  const ahead = { day: '2014-10-02', extract: '2014-09-30', open: 2724, bands: [late] }
  await renderPage(
    <>
      <CaseStanding page={page as unknown as CasesPage} />
      <BandPart ahead={ahead as unknown as CasesAhead} file="x" />
    </>,
    '/c/cpr-2014/goals/4',
  )
  expect(screen.getByText(/626 af dem var over fristen pr\. 30\. september 2014\./)).toBeTruthy()
  expect(screen.getByText(/Åbne i udtrækket pr\. 30\. september 2014, regnet efter fristerne pr\. 2\. oktober 2014\./)).toBeTruthy()
})
