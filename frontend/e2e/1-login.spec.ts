import { expect, test } from '@playwright/test'
import { collectErrors, contract, login, picture, users, type User } from './support'

test('someone not logged in is told what this is and sent to the provider', async ({ page }) => {
  const errors = collectErrors(page)
  await page.goto(`${contract}/goals/2`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Er det, vi aftalte, opfyldt?')
  await expect(page.getByText('udviklingsudbyder', { exact: false }).first()).toBeVisible()
  await picture(page, 'login')
  await page.getByRole('link', { name: 'Log ind' }).click()
  await expect(page).toHaveURL(/\/dev\/oidc\//)
  await page.locator('button[value="lead"]').click()
  // Back to the page that was asked for.
  await expect(page).toHaveURL(new RegExp(`${contract}/goals/2`))
  expect(errors).toEqual([])
})

for (const [user, role] of Object.entries(users) as [User, string][]) {
  test(`${user} logs in, sees the overview, and logs out`, async ({ page }) => {
    const errors = collectErrors(page)
    await login(page, user)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor står vi?')
    await expect(page.locator('.me')).toContainText(role)
    await expect(page.locator('tr.goal')).toHaveCount(8)
    await expect(page.getByText('Demo: registreringerne er opdigtede')).toBeVisible()
    await picture(page, `overview-${user}`)
    await page.getByRole('button', { name: 'Log ud' }).click()
    await page.goto(contract)
    await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible()
    expect(errors).toEqual([])
  })
}
