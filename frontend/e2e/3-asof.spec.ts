import { expect, test } from '@playwright/test'
import { collectErrors, login, picture } from './support'

test('every page turns back to a day, says so, and writes nothing there', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead')
  await page.getByLabel('Vælg dag').fill('2014-06-30')
  await expect(page).toHaveURL(/asOf=2014-06-30/)
  await expect(page.getByText('Du ser tilbage', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor stod vi?')
  await expect(page.getByText('Dine næste trin')).toHaveCount(0)
  await picture(page, 'past-overview')

  // The day goes along from page to page.
  await page.getByRole('link', { name: /^2 Digitalisering/ }).click()
  await expect(page).toHaveURL(/goals\/2\?.*asOf=2014-06-30/)
  await expect(page.getByRole('button', { name: /Opdatér|Tilføj trin/ })).toHaveCount(0)
  await picture(page, 'past-goal')
  await page.goto(`${page.url()}&form=update&on=attestation.live`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('form.writing')).toHaveCount(0)

  await page.getByRole('link', { name: 'Tilbage til i dag' }).click()
  await expect(page).not.toHaveURL(/asOf/)
  await expect(page.getByRole('button', { name: /Opdatér/ }).first()).toBeVisible()
  expect(errors).toEqual([])
})

test('the year line is a slider for the keyboard and the hand', async ({ page }) => {
  await login(page, 'department')
  const slider = page.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/asOf=2014-10-01/)
  await expect(slider).toHaveAttribute('aria-valuetext', /1\. oktober 2014/)
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/asOf=2014-01-01/)
  await expect(page.locator('.total-figure a').first()).toHaveText('0')
  await page.keyboard.press('End')
  await expect(page).not.toHaveURL(/asOf/)
  const box = await slider.boundingBox()
  if (!box) throw new Error('the year line is not drawn')
  // The middle of the year.
  await page.mouse.click(box.x + box.width / 2, box.y + 20)
  await expect(page).toHaveURL(/asOf=2014-07-0[1-4]/)
})
