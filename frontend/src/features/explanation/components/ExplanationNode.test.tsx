import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Explanation } from '@/shared/api/wire'
import { renderPage } from '@/shared/testing/render'
import { sampleFact } from '@/shared/testing/samples'
import { ExplanationNode } from './ExplanationNode'

function node(figure: string, text: string, more: Partial<Explanation> = {}): Explanation {
  return { figure, rule: 'rule', text, values: {}, facts: [], readings: [], children: [], ...more }
}

it('leads from the rule in words to the fact with author, day and leaf', async () => {
  const fact = sampleFact()
  const tree = node('goal:7', 'Graden er 100.', {
    children: [node('step:a', 'Bygget i tide.', { facts: [fact.id] }), node('step:b', 'Endnu åben.')],
  })
  await renderPage(<ExplanationNode node={tree} facts={new Map([[fact.id, fact]])} today="2014-10-02" depth={0} />)
  expect(screen.getByText('Graden er 100.')).toBeTruthy()
  const branch = screen.getByText('Bygget i tide.').closest('details')
  if (!branch) throw new Error('what rests on facts opens')
  expect(within(branch).getByText(/Line Lund/)).toBeTruthy()
  expect(within(branch).getByRole('link', { name: 'nr. 12', hidden: true }).getAttribute('href')).toBe(
    `/c/cpr-2014/facts/${fact.id}`,
  )
  // Nothing under it: nothing to open.
  expect(screen.getByText('Endnu åben.').closest('details')).toBeNull()
})

it('shows at once what there is only one of', async () => {
  const tree = node('goal:7', 'Graden er 100.', {
    children: [node('requirement:7', 'Kravet er opfyldt.', { children: [node('item:a', 'Taget i brug.')] })],
  })
  await renderPage(<ExplanationNode node={tree} facts={new Map()} today="2014-10-02" depth={0} />)
  expect(screen.getByText('Kravet er opfyldt.').closest('details')?.open).toBe(true)
})
