import AxeBuilder from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

// The plan leaves as a file, is changed in a spreadsheet, and comes back.
test.use({ story: 'planfile' })
test.describe.configure({ mode: 'serial' })

const address = `${contract}/plan-file`

async function axe(page: Page) {
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

async function fetched(page: Page, name: 'CSV' | 'Excel (XLSX)'): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name }).first().click()
  return readFile(await (await download).path(), name === 'CSV' ? 'utf8' : 'latin1')
}

/** The file with cells of the steps' rows changed, by the columns' names. */
function edited(csv: string, changes: Record<string, Record<string, string>>): string {
  const lines = csv.split('\r\n')
  const names = (lines[0] ?? '').replace('\ufeff', '').split(';')
  return lines
    .map((line) => {
      const cells = line.split(';')
      for (const [name, text] of Object.entries(changes[cells[0] ?? ''] ?? {})) cells[names.indexOf(name)] = text
      return cells.join(';')
    })
    .join('\r\n')
}

const give = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('the lead changes the plan in a spreadsheet; faults, reasons and a conflict come first', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead')
  await page.getByRole('link', { name: 'Planen som regneark' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Planen som regneark' })).toBeVisible()
  expect((await fetched(page, 'Excel (XLSX)')).slice(0, 2)).toBe('PK')
  const csv = await fetched(page, 'CSV')
  expect(csv).toContain('attestation.live;')

  await give(page, 'fejl.csv', edited(csv, { 'attestation.live': { Status: 'færdg', 'Aftalt dato': '2014-01-01' } }))
  await expect(page.getByRole('row', { name: /H\d+ Status der står færdg; mentes færdig\?/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /E\d+ Aftalt dato cellen ligger fast/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Skriv/ })).toBeDisabled()
  await axe(page)
  await picture(page, 'planfile-faults')

  const sound = edited(csv, {
    'attestation.live': { 'Forventet dato': '20-12-2014' },
    'analysis.reported': { 'Forventet dato': '2014-12-15', Ansvarlig: 'Bo' },
  })
  await give(page, 'plan.csv', sound)
  await expect(page.getByRole('heading', { name: 'Filen ændrer 2 trin' })).toBeVisible()
  await expect(page.getByText('2 rækker mangler en begrundelse.')).toBeVisible()
  await page.getByLabel('Samme begrundelse for de 2 rækker, der mangler den').fill('Leverandøren er forsinket.')
  await page.getByRole('button', { name: 'Udfyld' }).first().click()
  await axe(page)
  await picture(page, 'planfile-changes')

  // Somebody else reports while the preview is being read: nothing is written.
  const between = await page.request.post('/api/v1/contracts/cpr-2014/steps/attestation.live/updates', {
    headers: { Origin: new URL(page.url()).origin },
    data: { id: '01490000-0000-7000-8000-000000000001', day: '2014-10-02', status: 'started', progress: 60, risk: 'at_risk' },
  })
  expect(between.status(), await between.text()).toBe(409)
  const line = (await (await page.request.get('/api/v1/contracts/cpr-2014/steps')).json()) as { steps: { id: string; fact: { id: string } | null }[] }
  const expects = line.steps.find(({ id }) => id === 'attestation.live')?.fact?.id
  const again = await page.request.post('/api/v1/contracts/cpr-2014/steps/attestation.live/updates', {
    headers: { Origin: new URL(page.url()).origin },
    data: { id: '01490000-0000-7000-8000-000000000002', day: '2014-10-02', expects, status: 'started', progress: 60, risk: 'at_risk' },
  })
  expect(again.status(), await again.text()).toBe(201)
  await page.getByRole('button', { name: 'Skriv 2 indberetninger' }).click()
  await expect(page.getByText('En anden har indberettet imens')).toBeVisible()
  await expect(page.getByText('Vælg, hvad der gælder, i én konflikt.')).toBeVisible()
  await axe(page)
  await picture(page, 'planfile-conflict')
  await page.getByRole('radio', { name: 'Min række' }).check()
  await page.getByRole('button', { name: 'Skriv 2 indberetninger' }).click()
  await expect(page.getByRole('heading', { name: '2 indberetninger er skrevet' })).toBeVisible()
  await picture(page, 'planfile-written')

  // The same file again says what stands.
  await give(page, 'plan.csv', sound)
  await expect(page.getByText('Filen siger det samme, som der allerede står.')).toBeVisible()
  expect(errors.filter((one) => !one.includes('409'))).toEqual([])
})

test('looking back, the plan of that day is fetched and nothing is sent', async ({ page }) => {
  await login(page, 'lead', `${address}?asOf=2014-06-30`)
  await expect(page.getByText('Du ser tilbage i tiden. Gå til i dag for at sende planen tilbage.')).toBeVisible()
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  expect(await fetched(page, 'CSV')).not.toContain('Leverandøren er forsinket.')
})

test('who reports nothing fetches the plan; on a narrow page too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await login(page, 'auditor', address)
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveCount(1)
  await expect(page.locator('input[type=file]')).toHaveCount(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await axe(page)
  await picture(page, 'planfile-auditor-360')
})
