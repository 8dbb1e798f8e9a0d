import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { SafeDay } from '@/shared/api/wire'
import { renderPage } from '@/shared/testing/render'
import { SafeDayTable } from './components/SafeDayTable'

function safe(changed: Partial<SafeDay>): SafeDay {
  return {
    step: 's', title: 'Idriftsat', name: 'Attestation: Idriftsat', goal: '2', number: '2', day: '2014-12-31', pace: '2014-12-31',
    expected: '2014-10-04', through: '', throughTitle: '', decides: true, keeps: '100', falls: '50', points: '25/4', needed: 2, open: 2,
    ...changed,
  }
}

it.each([
  ['a day ahead', {}, 'Derefter højst 50 i stedet for 100: 6,25 point.'],
  ['for another', { through: 'x', throughTitle: 'Idriftsat' }, '»Idriftsat« venter på det. Derefter højst 50 i stedet for 100: 6,25 point.'],
  ['a day gone by', { day: '2014-09-30', pace: '2014-09-30' }, 'Dagen er passeret: kun en melding om, at det skete i tide, redder det. Derefter højst 50 i stedet for 100: 6,25 point.'],
  ['an assessed goal', { points: '0' }, 'Derefter beregnes højst 50 i stedet for 100; vurderingen står ved magt.'],
  ['slack', { day: '', pace: '', needed: 3, open: 4 }, 'Kan alene blive for sent uden tab: mindst 3 af de 4 åbne skal holde.'],
  ['nothing left', { day: '', pace: '', needed: 0 }, 'Målets højst mulige grad afhænger ikke længere af det.'],
  ['beside', { day: '', pace: '', decides: false }, 'Afgør ikke graden, og intet afgørende venter på det.'],
])('says what is lost: %s', async (_, changed, words) => {
  await renderPage(<SafeDayTable days={[safe(changed)]} today="2014-10-02" contract="cpr-2014" />)
  expect(screen.getAllByRole('cell').at(-1)?.textContent).toBe(words)
})

it('says in words that a step is expected too late', async () => {
  await renderPage(
    <SafeDayTable days={[safe({ expected: '2015-01-15', pace: '2014-12-17' })]} today="2014-10-02" contract="cpr-2014" />,
  )
  expect(screen.getByText(/efter dagen/)).toBeTruthy()
  expect(screen.getByText(/ventes senere/)).toBeTruthy()
})
