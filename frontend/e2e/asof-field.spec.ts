import { expect, test } from '@playwright/test'
import { collectErrors, contract, login, picture } from './support'

// The date's parts in the order in which the browser asks for them.
test.use({ locale: 'en-US' })

test('the as-of day can be typed, and a day that cannot be shown is told', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'department')
  const day = page.getByLabel('Choose a day')
  await day.focus()
  await page.keyboard.type('06152014', { delay: 40 })
  await expect(page).not.toHaveURL(/asOf/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/asOf=2014-06-15/)
  await expect(day).toBeFocused()

  await page.keyboard.type('06152016', { delay: 40 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('1 January 2014')
  await expect(day).toHaveValue('2016-06-15')
  expect(errors).toEqual([])
})

for (const [asOf, told] of [
  ['garbage', 'There is no such day'],
  ['2014-13-45', 'There is no such day'],
  ['2014-02-31', 'There is no such day'],
  ['2030-01-01', 'That day has not come yet'],
  ['2013-11-01', 'No contract had been signed yet'],
] as const) {
  test(`as of ${asOf}: ${told}`, async ({ page }) => {
    const errors = collectErrors(page)
    await login(page, 'department', `${contract}/goals/3?asOf=${asOf}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(told)
    await picture(page, `asof-${asOf}`)
    await page.getByRole('link', { name: /Back to today/ }).click()
    await expect(page).not.toHaveURL(/asOf/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3')
    expect(errors).toEqual([])
  })
}

test('what does not exist leads back to what does', async ({ page }) => {
  await login(page, 'department', '/c/nope')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await expect(page.getByRole('slider')).toHaveCount(0)
  await page.goto(`${contract}/goals/99`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  await page.getByRole('link', { name: 'To the overview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
