import AxeBuilder from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { type Page } from '@playwright/test'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'admin' })

async function factCount(page: Page): Promise<string> {
  const log = await page.context().newPage()
  await log.goto(`${contract}/log`)
  const count = log.locator('.list-count')
  await expect(count).toContainText('registreringer')
  const said = (await count.textContent()) ?? ''
  await log.close()
  return said
}

test('the administrator sees contracts, jobs, settings and health', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'admin', '/admin')
  await expect(page).toHaveURL(/\/admin\/contracts/)
  const row = page.getByRole('row').filter({ hasText: 'cpr-2014' })
  // As many facts as the log itself tells of.
  const facts = /(\d+) registreringer/.exec(await factCount(page))?.[1] ?? 'none'
  await expect(row.locator('td.number')).toHaveText(facts)
  await expect(row).toContainText('alt er underskrevet')
  await page.getByLabel('Styrelse eller kontrakt').fill('fyr')
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await picture(page, 'admin-contracts')

  const menu = page.getByRole('navigation', { name: 'Administration' })
  await menu.getByRole('link', { name: 'Opgaver i baggrunden' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Underskrive loggene' })).toContainText('4 ting gjort')
  await menu.getByRole('link', { name: 'Indstillinger' }).click()
  await expect(page.getByText('OPFYLDT_LISTEN')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'OPFYLDT_OIDC_CLIENT_SECRET' })).toContainText('ikke sat')
  await menu.getByRole('link', { name: 'Helbred' }).click()
  await expect(page.getByText('Alt svarer.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'admin-health')
  await menu.getByRole('link', { name: 'Adgang', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adgang')
  await page.getByLabel('Navn, id eller rolle').fill('asger')
  await expect(page.locator('tr.person')).toHaveCount(1)
  await page.getByLabel('Navn, id eller rolle').fill('ingen')
  await expect(page.locator('tr.person')).toHaveCount(0)
  // The file holds what the search leaves.
  await page.getByLabel('Navn, id eller rolle').fill('asger')
  await expect(page.locator('tr.person')).toHaveCount(1)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('Asger Aas;admin;admin;udbyderens felt roles')
  expect(file).not.toContain('Mette Munk')
  expect(errors).toEqual([])
})

test('others are told that the pages are not for them', async ({ page }) => {
  await login(page, 'management', '/admin/settings')
  await expect(page.getByText('Siden er for administratorer', { exact: false })).toBeVisible()
  await expect(page.getByText('OPFYLDT_')).toHaveCount(0)
})
