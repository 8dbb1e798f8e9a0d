import { collectErrors, contract, login, picture } from './support'
import { expect, test } from './demo'

test.use({ story: 'survey-import', until: '2014-09-30' })

/** 520 answers: 300 public customers with 234 satisfied, 200 private ones with 123, 12 abroad with 8, and 8 who do not know. */
function answers(): string {
  const lines = ['Samlet tilfredshed;Telefon;Sektor;Bemærkninger']
  const add = (count: number, overall: string, sector: string, text = '') => {
    for (let i = 0; i < count; i++) lines.push(`${overall};${i % 3 === 0 ? 'Utilfreds' : 'Tilfreds'};${sector};${text}`)
  }
  add(150, '5', 'Offentlig')
  add(84, 'Tilfreds', 'Offentlig', 'Svar med det samme i telefonen')
  add(66, 'Utilfreds', 'Offentlig')
  add(123, 'Tilfreds', 'Privat')
  add(77, 'Meget utilfreds', 'Privat', 'Jeg er 010170-1234 og venter endnu')
  add(8, 'Ved ikke', 'Privat')
  return lines.join('\n')
}

test('answers from a file become the goal’s result', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/goals/6`)
  await page.getByRole('link', { name: /Svarene bag|Hent svar ind/ }).click()
  await page.getByRole('link', { name: /Hent (rettede )?svar ind/ }).click()
  await page.getByLabel(/Slip svarfilen/).setInputFiles({ name: 'svar.csv', mimeType: 'text/csv', buffer: Buffer.from(answers()) })
  await expect(page.getByText('77 personnumre i fritekst er dækket.')).toBeVisible()
  await picture(page, 'survey-import-faults')
  await page.getByLabel('5', { exact: true }).selectOption('meget tilfreds')
  await expect(page.getByText('71,4 % af de 500, der svarede').first()).toBeVisible()
  await page.getByLabel('Spurgt i offentlig').fill('480')
  await page.getByLabel('Kunder i alt i offentlig').fill('1.200')
  await page.getByLabel('Spurgt i privat').fill('320')
  await page.getByLabel('Kunder i alt i privat').fill('2.800')
  await page.getByRole('textbox', { name: 'Bemærkning' }).click()
  await expect(page.getByText(/som var de 4\.000 kunder trukket ens/)).toBeVisible()
  await page.getByLabel('Begrundelse').fill('Bureauet har rettet svarfilen.')
  await picture(page, 'survey-import')
  await page.getByRole('button', { name: 'Skriv resultatet' }).click()
  await expect(page.getByRole('heading', { name: 'Hvem svarede' })).toBeVisible()
  await expect(page.getByText('Det holder ikke målet.')).toBeVisible()
  await expect(page.getByText('[●●●●]').first()).toBeVisible()
  await picture(page, 'survey-result')
  expect(errors).toEqual([])
})
