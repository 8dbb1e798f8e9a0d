import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { picture } from './support'

test('the accessibility statement is read without a login, from the foot of any page', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Tilgængelighedserklæring' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tilgængelighedserklæring')
  await expect(page.getByRole('heading', { name: 'Håndhævelse' })).toBeVisible()
  await expect(page.getByText('har endnu ikke angivet en adresse')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'statement')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility statement')
})
