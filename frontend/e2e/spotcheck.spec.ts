import { axe } from './axe'
import { collectErrors, contract, login, picture } from './support'
import { expect, test } from './demo'

test.use({ story: 'spotcheck', until: '2014-10-02' })

const customers = ['Kundenummer;Navn;Sektor', ...Array.from({ length: 20 }, (_, i) => `K-${String(i + 1).padStart(2, '0')};Kunden ${i + 1};${i < 12 ? 'Kommune' : 'Privat'}`)]

test('two auditors take a round from the list to the step that it concludes', async ({ page, browser, baseURL }) => {
  const errors = collectErrors(page)
  await login(page, 'auditor', `${contract}/goals/3/spotchecks`)
  await page.getByLabel(/Slip kundelisten/).setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer: Buffer.from(customers.join('\n')) })
  await expect(page.getByText('kunder.csv har 20 kunder.')).toBeVisible()
  await page.getByRole('button', { name: 'Læs listen ind' }).click()
  await page.getByRole('button', { name: 'Planlæg en runde' }).click()
  await page.getByLabel('Kort navn').fill('2014-1')
  await page.getByLabel('Rundens titel').fill('Vilkår for adgang')
  await page.getByLabel(/Spørgsmål, som runden/).fill('Følger kunderne vilkårene?')
  await page.getByLabel('Punkt 1', { exact: true }).fill('Adgangen er personlig')
  await page.getByLabel(/Hvad viser, at punkt 1/).fill('Liste over brugere')
  // Of 20 with 10 deviating, 1 drawn holds none with 0.5, 2 with 90/380 = 0.24, 3 with 720/6840 = 0.11.
  await page.getByLabel('Sikkerhed', { exact: true }).fill('75')
  await page.getByLabel(/Andel afvigende/).fill('50')
  await expect(page.getByText('Stikprøven bliver 2 af 20 kunder.')).toBeVisible()
  // With one found of 2, the other 19 − 1 can all deviate but for the one seen to be sound.
  await expect(page.getByRole('region', { name: 'Det kan I konkludere' }).locator('tbody tr')).toHaveCount(3)
  await page.getByLabel('Første person').selectOption('auditor')
  await page.getByLabel('Anden person').selectOption('auditor2')
  await picture(page, 'spotcheck-plan')
  await page.getByRole('button', { name: 'Gem planen' }).click()
  await expect(page.getByText(/^2 af 20 kunder/)).toBeVisible()
  await page.getByRole('button', { name: 'Bind dig' }).click()

  const office = await browser.newContext({ baseURL: baseURL ?? '' })
  const other = await office.newPage()
  await login(other, 'auditor2', `${contract}/goals/3/spotchecks/2014-1`)
  await other.getByRole('button', { name: 'Bind dig' }).click()
  await other.getByRole('button', { name: 'Vis hemmeligheden' }).click()
  await expect(other.getByText(/har vist sin hemmelighed/)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Vis hemmeligheden' }).click()
  await page.getByRole('button', { name: 'Træk lod' }).click()
  await page.getByRole('button', { name: 'Fordel de 2 sidste ligeligt' }).click()
  await expect(page.getByRole('list', { name: 'Fordelt til' }).getByText(/1 i alt, 1 mangler/)).toHaveCount(2)
  await page.getByLabel('Nr. 2 kontrolleres af').selectOption('auditor')
  await expect(page.getByRole('list', { name: 'Fordelt til' }).getByText('2 i alt, 2 mangler')).toBeVisible()
  await page.getByLabel('Vis', { exact: true }).selectOption('nobody')
  await expect(page.getByText('Ingen af de udtrukne kunder passer.')).toBeVisible()
  await page.getByLabel('Vis', { exact: true }).selectOption('mine')
  await expect(page.locator('li[data-number]')).toHaveCount(2)
  await axe(page, 'a round under review', ['light', 'dark'])
  for (const number of [1, 2]) {
    const row = page.locator(`li[data-number="${number}"]`)
    await row.getByRole('button', { name: 'Kontroller', exact: true }).click()
    await row.getByLabel('overholdt').check()
    await row.getByRole('button', { name: /Vedhæft det/ }).click()
    await row.getByRole('button', { name: 'Tilføj et link' }).click()
    await row.getByLabel('Adresse').fill(`https://arkiv.dk/brugere/${number}`)
    await row.getByRole('button', { name: 'Gem kontrollen' }).click()
    await expect(row.getByText('venter på medunderskrift')).toBeVisible()
    await expect(row.getByRole('link', { name: 'arkiv.dk' })).toHaveAttribute('href', `https://arkiv.dk/brugere/${number}`)
    await expect(row.getByRole('button', { name: 'Medunderskriv' })).toHaveCount(0) // never one's own
  }
  await other.reload()
  for (const number of [1, 2]) {
    const row = other.locator(`li[data-number="${number}"]`)
    await row.getByRole('button', { name: 'Medunderskriv' }).click()
    await expect(row.getByText('Kontrolleret og medunderskrevet.')).toBeVisible()
  }
  await other.getByLabel('Konklusion').fill('Ingen af de kontrollerede afveg.')
  await other.getByRole('button', { name: 'Konkluder runden' }).click()
  // With 9 of 20 deviating, 2 drawn hold none with 110/380 = 0.289 > 0.25; with 10 with 0.24.
  await expect(other.getByText(/afviger højst 9 af alle 20/)).toBeVisible()
  await picture(other, 'spotcheck-concluded')
  await axe(other, 'a round that is concluded', ['light', 'dark'])
  const report = other.waitForEvent('download')
  await other.getByRole('link', { name: /Rapport til en revisor/ }).click()
  expect((await report).suggestedFilename()).toBe('stikproeve-2014-1.pdf')
  const workbook = other.waitForEvent('download')
  await other.getByRole('link', { name: /konklusion og log/ }).click()
  expect((await workbook).suggestedFilename()).toBe('stikproeve-2014-1.xlsx')
  await other.getByRole('button', { name: 'Hent beviset' }).click()
  await expect(other.getByText(/^Række [0-9]+ af 20 under faktum/)).toBeVisible()
  await other.goto(`${contract}/goals/3`)
  await expect(other.getByText('Ingen af de kontrollerede afveg.').first()).toBeVisible()
  await office.close()
  expect(errors).toEqual([])
})
