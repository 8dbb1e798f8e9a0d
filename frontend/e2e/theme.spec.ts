import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { contract, login, picture } from './support'

// A choice of colours is kept, whatever the system says.
test.use({ colorScheme: 'light' })

test('dark colours are chosen, kept, and readable', async ({ page }) => {
  await login(page, 'department')
  await page.getByRole('combobox', { name: 'Farver' }).selectOption({ label: 'Mørke' })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('slider')).toBeVisible()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(20, 23, 26)')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'theme-dark')
  await page.goto(`${contract}/log`)
  await page.getByRole('combobox', { name: 'Farver' }).selectOption({ label: 'Som systemet' })
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

test('more contrast and the colours that a system forces pass as well', async ({ page }) => {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
  await login(page, 'department')
  await expect(page.getByRole('slider')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  await picture(page, 'theme-forced')
})
