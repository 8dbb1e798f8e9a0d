import AxeBuilder from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { expect, test } from './demo'
import { collectErrors, login, picture } from './support'

test.use({ story: 'portfolio' })

test('the department sees all contracts side by side, goal by goal and year by year', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'department', '/portfolio')
  await expect(page.locator('main .sub').first()).toContainText('4 kontrakter. 2 har forsinkede trin.')
  const rows = page.locator('.portfolio tbody tr')
  await expect(rows).toHaveCount(4)
  await picture(page, 'portfolio-table')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.setViewportSize({ width: 360, height: 800 })
  for (const field of await page.locator('.filters').locator('input, select').all()) {
    const box = await field.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360 - 16)
  }
  await picture(page, 'portfolio-table-360')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('link', { name: 'Opnået', exact: true }).click()
  await expect(page).toHaveURL(/sort=total.*down=true/)
  await expect(rows.last()).toContainText('Fyrtårnsstyrelsen')
  await page.getByLabel('kun med forsinkede trin').check()
  await expect(page).toHaveURL(/late=true/)
  await expect(rows).toHaveCount(2)
  await page.reload()
  await expect(rows).toHaveCount(2)
  await page.getByLabel('kun med forsinkede trin').uncheck()

  await page.getByRole('link', { name: 'Mål for mål' }).click()
  await expect(page.locator('.map-cell')).toHaveCount(8 + 4 + 3 + 3)
  await expect(page.locator('.map-cell').filter({ hasText: '6 Kundetilfredshed' }).first()).toContainText('Opfyldt')
  await picture(page, 'portfolio-map')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByLabel('Styrelse', { exact: true }).selectOption({ label: 'CPR-administrationen' })
  await page.getByRole('link', { name: 'År for år' }).click()
  const service = page.getByRole('row').filter({ hasText: '6 Kundetilfredshed' })
  await expect(service.getByRole('cell').nth(0)).toContainText('Opfyldt 100')
  await expect(service.getByRole('cell').nth(1)).toContainText('Ikke opfyldt 0')
  await picture(page, 'portfolio-years')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const file = await readFile(await (await download).path(), 'utf8')
  expect(file).toContain('Styrelse;Kontrakt;Fra;Til;Opnået')
  expect(file.trim().split('\r\n')).toHaveLength(1 + 8 + 4)
  expect(errors).toEqual([])
})

test('the portfolio turns back to a day', async ({ page }) => {
  await login(page, 'department', '/portfolio?asOf=2014-01-07')
  // In January neither 2014’s goals nor 2013’s last figures were known.
  await expect(page.locator('.portfolio tbody tr').filter({ hasText: '2013 (opdigtet)' })).toContainText('25')
  await page.getByRole('link', { name: 'Tilbage til i dag' }).click()
  await expect(page.locator('.portfolio tbody tr').filter({ hasText: '2013 (opdigtet)' })).toContainText('75')
})

test('whoever sees one contract is not shown a portfolio', async ({ page }) => {
  await login(page, 'lead')
  await expect(page.getByRole('link', { name: 'Portefølje' })).toHaveCount(0)
})
