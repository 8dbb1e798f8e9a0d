import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { keys } from '@/shared/api/keys'
import { renderPage } from '@/shared/testing/render'
import { Replaced } from './Replaced'

const next = { id: '8-2', number: '8', title: 'Udgifter pr. opslag', weight: '12.5', replaces: '8' }
const coming = [{ version: 3, from: '2014-12-01', reason: 'Udgiftsopfølgningen', changes: [], goals: [next] }]

const draw = (goal: string) =>
  renderPage(<Replaced contract="cpr-2014" goal={goal} />, '/c/cpr-2014', (client) => {
    client.setQueryDefaults(keys.overview('cpr-2014', undefined), { staleTime: Infinity })
    client.setQueryData(keys.overview('cpr-2014', undefined), { coming, contract: { version: 2 } })
  })

it('says by what and from when a goal is replaced, and that it holds until then', async () => {
  await draw('8')
  expect(screen.getByText(/Fra 1\. december 2014 \(udgave 3\) træder mål 8 „Udgifter pr\. opslag“ i stedet for dette mål\. Til da gælder dette\./)).toBeTruthy()
  expect(screen.getByRole('link').getAttribute('href')).toBe('/c/cpr-2014/agreement/versions?from=2&to=3')
})

it('says nothing on a goal that stays', async () => {
  await draw('7')
  expect(screen.queryByRole('link')).toBeNull()
})
