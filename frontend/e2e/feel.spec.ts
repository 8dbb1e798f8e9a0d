import AxeBuilder from '@axe-core/playwright'
import { type Browser, type Page } from '@playwright/test'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture, sendNow, type User } from './support'

// Two people at once, and what is begun and not sent: nothing is lost, nothing jumps.
test.use({ story: 'feel' })
test.describe.configure({ mode: 'serial' })

const step = `${contract}/goals/2?form=update&on=attestation.live`
const note = (page: Page) => page.getByLabel('Bemærkning')
const text = 'Certifikatet er bestilt hos leverandøren.'

async function axe(page: Page) {
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

async function person(browser: Browser, baseURL: string | undefined, user: User, address: string) {
  const context = await browser.newContext({ baseURL, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  const page = await context.newPage()
  await login(page, user, address)
  return { context, page }
}

test('a tab that is closed while somebody types loses nothing, and nobody else sees it', async ({ browser, baseURL }) => {
  const { context, page } = await person(browser, baseURL, 'lead', step)
  await note(page).fill(text)
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto(step)
  await expect(note(again)).toHaveValue(text)
  await expect(again.getByText(/Gendannet fra .+ kl\. \d\d\.\d\d/)).toBeVisible()
  await axe(again)
  await picture(again, 'feel-restored')

  // Thrown away, it is gone for good.
  await again.getByRole('button', { name: 'Smid teksten væk' }).click()
  await expect(note(again)).toHaveValue('')
  await again.reload()
  await expect(note(again)).toHaveValue('')

  // Whoever logs out leaves nothing behind on the machine.
  await note(again).fill(text)
  await again.getByRole('button', { name: 'Log ud' }).click()
  await expect(again.getByRole('link', { name: 'Log ind' })).toBeVisible()
  expect(await again.evaluate(() => JSON.stringify(localStorage))).not.toContain(text)
  await context.close()
})

test('a session that ends while somebody types, or counts down, loses nothing', async ({ browser, baseURL }) => {
  const { context, page } = await person(browser, baseURL, 'lead', step)
  await note(page).fill(text)
  await context.clearCookies()
  const told = page.getByRole('alert').filter({ hasText: 'Du er blevet logget ud' })
  await expect(told).toBeVisible({ timeout: 15_000 })
  await note(page).press('End')
  await note(page).pressSequentially(' Mere.')
  await expect(note(page)).toHaveValue(`${text} Mere.`)
  await axe(page)
  await picture(page, 'feel-expired')
  await told.getByRole('link').click()
  await page.locator('button[value="lead"]').click()
  await expect(note(page)).toHaveValue(`${text} Mere.`)

  // Now while it waits out its ten seconds.
  await page.getByRole('radio', { name: 'Færdig' }).check()
  await page.getByRole('button', { name: 'Meld færdig' }).click()
  await expect(page.getByRole('button', { name: 'Fortryd' })).toBeFocused()
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send nu' }).click()
  await expect(note(page)).toHaveValue(`${text} Mere.`)
  await page.locator('form.writing').getByRole('link', { name: 'Log ind igen' }).click()
  await page.locator('button[value="lead"]').click()
  await expect(note(page)).toHaveValue(`${text} Mere.`)
  await page.getByRole('button', { name: 'Smid teksten væk' }).click()
  await context.close()
})

test('what another reports appears by itself, while one types on', async ({ browser, baseURL }) => {
  const lead = await person(browser, baseURL, 'lead', step)
  const errors = collectErrors(lead.page)
  const management = await person(browser, baseURL, 'management', `${contract}/goals/2`)
  await note(lead.page).fill(text)
  const before = await note(lead.page).boundingBox()

  await management.page.getByRole('button', { name: 'Skriv en kommentar' }).click()
  await management.page.getByRole('textbox', { name: 'Kommentar' }).fill('Godt gået.')
  await management.page.getByRole('button', { name: 'Gem kommentar' }).click()
  await sendNow(management.page)
  await expect(management.page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()

  await expect(lead.page.getByRole('status').filter({ hasText: 'har meldt' })).toBeVisible({ timeout: 15_000 })
  await expect(lead.page.getByText('Godt gået.').first()).toBeVisible()
  await expect(note(lead.page)).toHaveValue(text)
  await expect(note(lead.page)).toBeFocused()
  expect((await note(lead.page).boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  await picture(lead.page, 'feel-live')
  expect(errors).toEqual([])
  await lead.context.close()
  await management.context.close()
})

test('two on one form: the second sees both versions and chooses row by row', async ({ browser, baseURL }) => {
  const first = await person(browser, baseURL, 'lead', step)
  const second = await person(browser, baseURL, 'lead', step)
  await note(second.page).fill('Min bemærkning.')
  await second.page.getByLabel(/Fremdrift/).fill('60')

  await note(first.page).fill('Den andens bemærkning.')
  await first.page.getByLabel(/Fremdrift/).fill('80')
  await first.page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(first.page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()

  await second.page.getByRole('button', { name: 'Gem', exact: true }).click()
  const conflict = second.page.getByRole('region', { name: 'En anden har gemt imens' })
  await expect(conflict).toContainText('Den andens bemærkning.')
  await conflict.getByRole('radio', { name: /Fremdrift i %: 80/ }).check()
  await axe(second.page)
  await picture(second.page, 'feel-conflict')
  await conflict.getByRole('button', { name: 'Gem det valgte' }).click()
  await expect(second.page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  await second.page.goto(step)
  await expect(note(second.page)).toBeVisible()
  await expect(second.page.getByLabel(/Fremdrift/)).toHaveValue('80')
  await expect(second.page.getByText('Min bemærkning.').first()).toBeVisible()
  await first.context.close()
  await second.context.close()
})
