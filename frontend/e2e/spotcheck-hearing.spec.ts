import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { collectErrors, contract, login, picture } from './support'
import { axe } from './axe'
import { expect, test } from './demo'

test.use({ story: 'spotcheck-hearing', until: '2014-10-02' })

const spotchecks = '/api/v1/contracts/cpr-2014/goals/3/spotchecks'
const list = ['Kundenummer;Navn;Sektor;Kontakt', ...Array.from({ length: 10 }, (_, i) => `K-${i};Kunden ${i};Kommune;post${i}@kunde.example`)].join('\n')

let made = 0
const id = () => `0198f3a2-5b1c-7d3e-8f4a-${String(++made).padStart(12, 'a')}`

async function post(page: Page, path: string, body: object): Promise<void> {
  const answer = await page.request.post(`${spotchecks}${path}`, { data: { id: id(), day: '2014-10-02', ...body } })
  expect(answer.status(), await answer.text()).toBe(201)
}

interface Round {
  facts: Record<string, { id: string }>
}

/** A round of two customers, drawn from two secrets, ready to be checked. */
async function prepare(one: Page, two: Page): Promise<void> {
  const query = new URLSearchParams({ id: id(), day: '2014-10-02', name: 'kunder.csv' })
  const taken = await one.request.post(`${spotchecks}/population?${query}`, { data: list, headers: { 'Content-Type': 'application/octet-stream' } })
  const { fact } = (await taken.json()) as { fact: { id: string } }
  await post(one, '/rounds/2014-1/plans', {
    title: 'Vilkår for adgang', question: 'Følger kunderne vilkårene?', population: fact.id, method: 'number', size: 2, confidence: '0.8',
    checklist: [{ title: 'Adgangen er personlig', evidence: 'Liste over brugere' }], source: 'people', people: [{ subject: 'auditor' }, { subject: 'auditor2' }],
  })
  const round = (await (await one.request.get(`${spotchecks}/rounds/2014-1`)).json()) as Round
  const secrets = ['a1'.repeat(16), 'b2'.repeat(16)] as const
  for (const [i, page] of [one, two].entries()) {
    const hash = createHash('sha256').update(Buffer.from(secrets[i] ?? '', 'hex')).digest('hex')
    await post(page, `/rounds/2014-1/commitments/${i + 1}`, { plan: round.facts['spotcheck.plan']?.id, hash })
  }
  await post(one, '/rounds/2014-1/reveals/1', { secret: secrets[0] })
  await post(two, '/rounds/2014-1/reveals/2', { secret: secrets[1] })
  await post(one, '/rounds/2014-1/draws', {})
}

test('a customer is heard by a link, and a finding is followed up until another has checked it', async ({ page, browser, baseURL }) => {
  const errors = collectErrors(page)
  const office = await browser.newContext({ baseURL: baseURL ?? '', locale: 'da-DK' })
  const other = await office.newPage()
  await login(page, 'auditor')
  await login(other, 'auditor2')
  await prepare(page, other)

  // The first auditor finds a deviation and asks the customer.
  await page.goto(`${contract}/goals/3/spotchecks/2014-1`)
  const row = page.locator('li[data-number="1"]')
  await row.getByRole('button', { name: 'Kontroller', exact: true }).click()
  await row.getByLabel('afviger').check()
  await row.getByLabel('alvorlig').check()
  await row.getByLabel('Hvad afvigelsen er').fill('Tre deler et brugernavn.')
  await row.getByRole('button', { name: 'Gem kontrollen' }).click()
  await row.getByRole('button', { name: 'Hør kunden' }).click()
  await row.getByLabel('Frist for svar').fill('2014-10-16')
  await row.getByLabel('Jeg giver selv linket videre').check()
  await row.getByRole('button', { name: 'Hør kunden' }).click()
  await expect(row.getByText('Kunden kan svare til og med 16. oktober 2014.')).toBeVisible()
  const link = (await row.locator('code.hash').textContent()) ?? ''
  await picture(page, 'hearing-opened')

  // The other one cannot sign while the customer has time to answer.
  await other.goto(`${contract}/goals/3/spotchecks/2014-1`)
  const seen = other.locator('li[data-number="1"]')
  await seen.getByRole('button', { name: 'Medunderskriv' }).click()
  await expect(seen.getByRole('alert')).toContainText('Kunden kan svare til og med 16. oktober 2014.')

  // The customer answers on a phone, without a login, in English.
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' })
  const hand = await phone.newPage()
  await hand.goto(link)
  await expect(hand.getByRole('heading', { name: 'Vilkår for adgang' })).toBeVisible()
  await expect(hand.getByText('Tre deler et brugernavn.')).toBeVisible()
  await hand.getByLabel('Your answer').fill('Ring til 010190-1239')
  await hand.getByRole('button', { name: 'Send the answer' }).click()
  await expect(hand.locator('.form-error-message')).toBeVisible() // a person number is refused
  await hand.getByLabel('Your answer').fill('Vi har givet dem hver sit.')
  await picture(hand, 'hearing-360')
  await axe(hand, 'hearing, en', ['light', 'dark'])
  expect(await hand.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await hand.getByRole('button', { name: 'Send the answer' }).click()
  await expect(hand.getByRole('heading', { name: 'Thank you for your answer' })).toBeVisible()
  await hand.reload()
  await expect(hand.getByRole('heading', { name: 'Thank you for your answer' })).toBeVisible()
  await phone.close()

  // The countersigner reads it, and signs.
  await other.reload()
  await expect(seen.getByText('Vi har givet dem hver sit.')).toBeVisible()
  await picture(other, 'hearing-answered')
  await axe(other, 'a round with a hearing', ['light', 'dark'])
  await seen.getByRole('button', { name: 'Medunderskriv' }).click()
  await expect(seen.getByText('Kontrolleret og medunderskrevet.')).toBeVisible()

  // A finding: the lead mends it, and the other auditor has a look.
  await page.reload()
  await row.getByRole('button', { name: 'Følg op: Adgangen er personlig' }).click()
  await row.getByLabel('Hvad der skal gøres').fill('Hver sit brugernavn.')
  await row.getByLabel('Hvem der gør det').selectOption('lead')
  await row.getByLabel('Frist', { exact: true }).fill('2014-10-31')
  await row.getByRole('button', { name: 'Gem opfølgningen' }).click()
  await expect(row.getByText(/^Åben\. .* retter op senest 31\. oktober 2014/)).toBeVisible()
  const desk = await browser.newContext({ baseURL: baseURL ?? '', locale: 'da-DK' })
  const lead = await desk.newPage()
  await login(lead, 'lead', '/')
  await lead.getByRole('link', { name: /Ret op hos kunde nr\. 1|Vilkår for adgang/ }).first().click()
  await lead.getByRole('button', { name: 'Meld udbedret' }).click()
  await lead.getByLabel('Hvad der er gjort').fill('De har hver sit nu.')
  await lead.getByRole('button', { name: 'Gem meldingen' }).click()
  await expect(lead.getByText(/^Meldt udbedret/)).toBeVisible()
  await expect(lead.getByRole('button', { name: 'Efterprøv' })).toHaveCount(0)
  await desk.close()
  await other.goto(`${contract}/goals/3/findings`)
  await other.getByRole('button', { name: 'Efterprøv' }).click()
  await other.getByLabel('ja, luk observationen').check()
  await other.getByRole('button', { name: 'Gem efterprøvningen' }).click()
  await expect(other.getByText(/^Lukket\./)).toBeVisible()
  await picture(other, 'findings')
  await axe(other, 'findings', ['light', 'dark'])
  await other.locator('main a[href*="/customers/"]').click()
  await expect(other.getByText('Vi har givet dem hver sit.')).toBeVisible()
  await expect(other.getByText('De har hver sit nu.')).toBeVisible()
  await picture(other, 'customer-history')
  await axe(other, 'a customer over rounds', ['light', 'dark'])
  await other.setViewportSize({ width: 360, height: 800 })
  await picture(other, 'customer-history-360')
  expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await office.close()
  expect(errors).toEqual([])
})
