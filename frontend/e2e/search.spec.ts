import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'search' })

test('the palette finds by keyboard, in other forms of the word', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead')
  await page.keyboard.press('/')
  const palette = page.getByRole('dialog', { name: 'Gå til og søg' })
  const field = palette.getByRole('combobox')
  await expect(field).toBeFocused()
  await field.fill('dig')
  await expect(palette.getByRole('option', { name: '2 Digitalisering' }).first()).toBeVisible()

  // "certifikater" finds a note that says "certifikat".
  await field.fill('certifikater')
  const hit = palette.getByRole('option').filter({ hasText: 'melding om trin' }).first()
  await expect(hit).toContainText('Idriftsat')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'palette')
  await expect(async () => {
    if ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await expect(hit).toHaveAttribute('aria-selected', 'true', { timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/facts\//)
  await expect(palette).toHaveCount(0)

  // What was opened is at hand the next time; Escape closes and gives the keyboard back.
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('group', { name: 'Senest' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Søg' })).toBeFocused()
  expect(errors).toEqual([])
})

test('a search has an address, looks back, and refuses person numbers', async ({ page }) => {
  await login(page, 'department', '/search')
  const field = page.getByLabel('Ord, du leder efter')
  await field.fill('leverandoeren')
  await expect(page).toHaveURL(/q=leverandoeren/)
  await expect(page.getByRole('heading', { name: 'Registreringer' })).toBeVisible()
  await expect(page.locator('mark').first()).toHaveText('Leverandøren')
  await picture(page, 'search')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  // As of the spring nobody had said it.
  await page.goto('/search?q=certifikat&asOf=2014-04-01')
  await expect(page.getByText('Intet fundet', { exact: false })).toBeVisible()

  await page.goto(contract)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('010190-1234')
  await expect(page.getByRole('alert')).toContainText('personnumre')
})
