import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { GoalPage, Requirement } from '@/shared/api/wire'
import { renderPage } from '@/shared/testing/render'
import { sampleFact } from '@/shared/testing/samples'
import { Results } from './Results'

const page = {
  contract: { id: 'cpr-2014' },
  goal: { id: '6' },
  asOf: { past: false, day: '2014-10-02' },
  today: '2014-10-02',
} as unknown as GoalPage

const draw = (source: string, form = '') => {
  const result = { words: '71,4 %', day: '2014-09-19', final: true, import: source, note: '', source: 'x', evidence: [], verification: null, fact: sampleFact() }
  const requirement = { id: '6', title: 'Tilfredshed', measure: 'survey', canReport: true, results: [result] }
  return renderPage(<Results page={page} requirement={requirement as unknown as Requirement} />, `/c/cpr-2014/goals/6${form}`)
}

it('leads from a figure that follows from an import to the import, and has no form for it', async () => {
  await draw('an-import', '?form=result&on=6')
  expect(screen.getByRole('link', { name: 'Importér et nyt udtræk' }).getAttribute('href')).toBe('/c/cpr-2014/goals/6/survey/6/import')
  expect(screen.queryByRole('button', { name: 'Meld nyt tal' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Gem resultat' })).toBeNull()
})

it('takes a new figure where the last one was typed', async () => {
  await draw('')
  expect(screen.getByRole('button', { name: 'Meld nyt tal' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Importér et nyt udtræk' })).toBeNull()
})
