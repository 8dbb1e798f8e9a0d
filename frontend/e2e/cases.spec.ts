import { collectErrors, contract, login, picture } from './support'
import { expect, test } from './demo'

test.use({ story: 'cases-import', until: '2014-10-02' })

/** Forty cases concluded in time, two late, three open of which one is past its limit. */
function file(): string {
  const lines = ['Sagsnummer;Modtaget;Afsluttet;Sagstype;Udfald;Stop1 fra;Stop1 til;Stop1 årsag']
  for (let i = 0; i < 40; i++) lines.push(`K-${String(i).padStart(3, '0')};0${1 + (i % 9)}-02-2014;1${i % 9}-06-2014;Bopæl;${i % 3 === 0 ? 'Medhold' : 'Stadfæstet'};;;`)
  lines.push('L-1;03-01-2014;04-07-2014;Bopæl;Medhold;;;', 'L-2;31-01-2014;01-08-2014;Flytning;Medhold;01-03-2014;05-03-2014;Ferie')
  lines.push('O-1;01-03-2014;;Flytning;;;;', 'O-2;20-04-2014;;Flytning;;;;', 'O-3;01-09-2014;;Bopæl;;;;')
  return lines.join('\n')
}

test('cases from a file become the share, and each can be looked at', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/goals/4`)
  await page.getByRole('link', { name: 'Sagerne bag tallene' }).click()
  await page.getByRole('link', { name: /Importér sager/ }).click()
  const choose = page.getByLabel(/Slip filen med sager/)
  await choose.setInputFiles({ name: 'fejl.csv', mimeType: 'text/csv', buffer: Buffer.from('Sagsnummer;Modtaget;Afsluttet\nA;31-02-2014;\n') })
  await expect(page.getByRole('heading', { name: '1 sted i filen skal rettes' })).toBeVisible()
  await choose.setInputFiles({ name: 'klager.csv', mimeType: 'text/csv', buffer: Buffer.from(file()) })
  await expect(page.getByText('45 nye', { exact: false })).toBeVisible()
  await picture(page, 'cases-preview')
  await page.getByLabel(/Fjernes/).check()
  await page.getByRole('button', { name: 'Importér sagerne' }).click()
  await expect(page.getByRole('heading', { name: 'Sagerne er importeret' })).toBeVisible()
  await page.getByRole('link', { name: 'Se sagerne' }).click()
  await expect(page.getByText('40 af 42 afsluttede sager', { exact: false })).toBeVisible()
  await picture(page, 'cases')

  // On a phone each figure stands under its month, and each day has its name.
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.locator('table', { has: page.locator('caption', { hasText: /^Måned$/ }) })).toHaveCSS('display', 'block')
  await expect(page.locator('tr', { hasText: 'L-2' }).locator('td')).toHaveCount(6)
  await expect(page.locator('tr', { hasText: 'L-2' }).locator('td:not([data-title])')).toHaveCount(0)
  await picture(page, 'cases-360')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByLabel('Tilstand').selectOption('overdue')
  await page.getByRole('link', { name: 'L-2' }).click()
  await expect(page.getByRole('heading', { name: 'Sag L-2' })).toBeVisible()
  await expect(page.getByText('kontrakten nævner ikke årsagen', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Hent beviset' }).click()
  await expect(page.getByText('under faktum', { exact: false })).toBeVisible()
  await picture(page, 'cases-one')

  // 43 of 45 must be in time, and 42 can be; 57 of 60 are 95 %.
  await page.getByRole('link', { name: /^Sager: / }).click()
  await expect(page.getByText('Det kræver mindst 15 nye sager', { exact: false })).toBeVisible()
  await page.getByRole('link', { name: '1 15–30 dage', exact: true }).click()
  await expect(page).toHaveURL(/dueFrom=2014-10-17/)
  await expect(page.getByRole('link', { name: /^[KLO]-\d+$/ })).toHaveText(['O-2'])
  await page.getByRole('link', { name: 'Datakvalitet' }).click()
  await expect(page.getByText('3 af 10 tjek fandt sager', { exact: false })).toBeVisible()
  await picture(page, 'cases-quality')
  // 14 and 15 June were a Saturday and a Sunday.
  await page.getByRole('link', { name: '8 Afsluttet i en weekend eller på en helligdag', exact: true }).click()
  await expect(page.getByRole('link', { name: /^K-\d+$/ })).toHaveCount(8)
  expect(errors).toEqual([])
})
