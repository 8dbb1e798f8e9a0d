import { expect, test } from './demo'
import { collectErrors, login, picture } from './support'

test.use({ story: 'paper' })

const paper = `
<h1>Aftale for Havnevæsenet</h1>
<table><tr><td>1. Ny kaj</td><td style="padding-left:80px">60 pct.</td></tr>
<tr><td>2. Klagesager</td><td style="padding-left:80px">40 pct.</td></tr></table>
<p>Kajen er færdig senest den 1. juli.</p>
<p>Mindst 95 pct. af klagerne afsluttes inden for 6 måneder.</p>`

test('a contract is written from its paper, and its first fact reported', async ({ page, browser }) => {
  const errors = collectErrors(page)
  const sheet = await browser.newPage()
  await sheet.setContent(paper)
  const pdf = await sheet.pdf({ format: 'A4' })
  await sheet.close()

  await login(page, 'admin', '/new-contract')
  await page.getByText('Skriv filen ud fra papiret').click()
  await page.getByLabel('Kontrakten som fil').setInputFiles({ name: 'aftale.pdf', mimeType: 'application/pdf', buffer: pdf })
  await expect(page.getByLabel('Kontraktens tekst')).toHaveValue(/Ny kaj +60 pct\./)
  await page.getByLabel('Kontraktens id').fill('havn-2014')
  await page.getByLabel('Titel', { exact: true }).first().fill('Aftale for Havnevæsenet 2014')
  await page.getByLabel('Styrelsen').fill('Havnevæsenet')
  await page.getByLabel('Departementet').fill('Søfartsministeriet')
  await page.getByLabel('Gælder fra').fill('2014-01-01')
  await page.getByLabel('Gælder til').fill('2014-12-31')
  await page.getByRole('button', { name: 'Find mål, datoer og måltal i teksten' }).click()
  await expect(page.getByText('Fundet i teksten: 2 mål med vægt, 1 datoer, 2 måltal og frister.')).toBeVisible()

  const quay = page.getByRole('group', { name: /Ny kaj/ })
  await quay.getByRole('button', { name: 'Tilføj et krav' }).click()
  await quay.getByRole('button', { name: 'Tag 1. juli: 1. juli 2014 (linje' }).click()
  await quay.getByLabel('Trin', { exact: true }).fill('Kajen er færdig')
  await expect(quay.getByLabel('Senest')).toHaveValue('2014-07-01')

  const complaints = page.getByRole('group', { name: /Klagesager/ })
  await complaints.getByRole('button', { name: 'Tilføj et krav' }).click()
  await complaints.getByLabel('Måles ved').selectOption('Sager til tiden')
  await complaints.getByRole('button', { name: 'Tag Mindst 95 pct. (linje' }).click()
  await complaints.getByRole('button', { name: 'Tag inden for 6 måneder (linje' }).click()
  await picture(page, 'paper-answers')

  // A reload in between loses nothing.
  await page.reload()
  await page.getByText('Skriv filen ud fra papiret').click()
  await page.getByRole('button', { name: 'Skriv filen', exact: true }).click()
  const file = page.getByLabel('Kontraktens fil (YAML)')
  await expect(file).toHaveValue(/due: 2014-07-01, decides: true\} # line \d+, "1. juli"/)
  // What nobody answered is asked: the day of signature.
  await expect(page.getByText('signed', { exact: true })).toBeVisible()
  await file.fill((await file.inputValue()).replace('signed: \n', 'signed: 2013-12-18\n'))
  await page.getByRole('button', { name: 'Tag kontrakten i brug' }).click()
  await expect(page).toHaveURL(/\/c\/havn-2014\/agreement/)
  expect(errors).toEqual([])
})
