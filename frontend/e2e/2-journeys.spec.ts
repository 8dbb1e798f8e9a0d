import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { collectErrors, contract, login, picture, sendNow, total } from './support'

// One story on one server: the lead reports, the auditor verifies, management
// assesses, the department reads.
test.describe.configure({ mode: 'serial' })

const step = 'Kampagnen er gennemført'

test('the lead finishes a milestone and sees score and explanation change', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead')
  const before = await total(page)
  await page.getByRole('link', { name: /^3 Sikkerhed/ }).click()
  await expect(page.getByText('1 af planens 4 punkter i tide').first()).toBeVisible()

  const row = page.getByRole('row').filter({ hasText: step }).first()
  await row.getByRole('button', { name: /Opdatér/ }).click()
  await expect(page.getByRole('heading', { name: `Meld: ${step}` })).toBeFocused()
  await page.getByLabel('færdig').check()
  await page.getByLabel('Bemærkning').fill('Sidste nyhedsbrev er sendt.')
  await page.getByRole('button', { name: 'Tilføj et link' }).click()
  await page.getByLabel('Hvad det er').fill('Nyhedsbrev nr. 4')
  await page.getByLabel('Adresse (https://…)').fill('https://example.org/nyhedsbrev-4')
  await picture(page, 'lead-form')
  await page.getByRole('button', { name: 'Meld færdig' }).click()
  await sendNow(page)

  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  await expect(page.getByText('2 af planens 4 punkter i tide').first()).toBeVisible()
  await expect(row).toContainText('I tide')
  await picture(page, 'goal-after-lead')

  // The explanation, down to the fact just written.
  await page.getByRole('link', { name: 'Hvorfor?' }).click()
  const panel = page.getByRole('complementary', { name: 'Forklaring' })
  await expect(panel).toBeVisible()
  await expect(page).toHaveURL(/explain=goal/)
  for (let depth = 0; depth < 4; depth++) {
    for (const closed of await panel.locator('details:not([open]) > summary').all()) {
      if (await closed.isVisible()) await closed.click()
    }
  }
  await expect(panel).toContainText('Awareness-kampagne')
  await expect(panel.getByText(/nr\. \d+/).first()).toBeVisible()
  await picture(page, 'explanation')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await page.getByRole('link', { name: 'Overblik' }).click()
  await expect(page.getByRole('heading', { name: 'Hvor står vi?' })).toBeVisible()
  // Half of the goal's 12.5 is now safe: 31.25 + 6.25.
  expect(before).toBe('31,25')
  await expect(page.locator('.total-figure a').first()).toHaveText('37,5')
  expect(errors).toEqual([])
})

test('a moved date asks for its reason at the field', async ({ page }) => {
  await login(page, 'lead', `${contract}/goals/2?form=move&on=attestation.live`)
  const date = page.getByLabel('Forventet dato')
  await date.fill('2014-10-20')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  const reason = page.getByLabel('Begrundelse')
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  // A reload loses nothing that was typed.
  await reason.fill('Leverandøren har flyttet leverancen.')
  await page.reload()
  await expect(page.getByLabel('Begrundelse')).toHaveValue('Leverandøren har flyttet leverancen.')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByText('Flyttet: Leverandøren har flyttet leverancen.')).toBeVisible()
})

test('two on one form: the second sees both versions and chooses', async ({ browser }) => {
  const first = await (await browser.newContext()).newPage()
  const second = await (await browser.newContext()).newPage()
  const form = `${contract}/goals/2?form=update&on=standard-info.built`
  await login(first, 'lead', form)
  await login(second, 'lead', form)
  await first.getByLabel('Fremdrift').fill('30')
  await second.getByLabel('Fremdrift').fill('40')
  await first.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(first.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  await second.getByRole('button', { name: 'Gem', exact: true }).click()
  const conflict = second.getByRole('region', { name: 'En anden har gemt imens' })
  await expect(conflict).toBeFocused()
  await expect(conflict.getByRole('button', { name: 'Behold den andens' })).toBeInViewport()
  await expect(conflict).toContainText('30')
  await expect(conflict).toContainText('40')
  await picture(second, 'conflict')
  await second.getByRole('button', { name: 'Gem min oven på' }).click()
  await expect(second.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  await expect(second.getByText('40 %').first()).toBeVisible()
  await first.context().close()
  await second.context().close()
})

test('the lead reports a month and a sum of money', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/goals/5`)
  const september = page.getByRole('listitem').filter({ hasText: 'september' }).first()
  await expect(september).toContainText('åben')
  await september.getByRole('button', { name: /Meld/ }).click()
  await page.getByLabel('Antal sager').fill('57')
  await page.getByLabel('Kilde').fill('CPR-systemet')
  await page.getByRole('button', { name: 'Gem resultat' }).click()
  await sendNow(page)
  await expect(september).toContainText('57')

  await page.goto(`${contract}/goals/8?form=result&on=8`)
  await page.getByRole('textbox', { name: 'Grundbudget' }).fill('1.000.000,00')
  await page.getByRole('textbox', { name: 'Forbrug' }).fill('985.500,50')
  await page.getByLabel('Kilde').fill('Navision')
  await page.getByLabel('Begrundelse', { exact: false }).fill('Regnskabet for september.')
  await page.getByRole('button', { name: 'Gem resultat' }).click()
  await sendNow(page)
  // |985500.50 − 1000000| / 1000000 = 1.44995 %, about 1.4 %.
  await expect(page.locator('.result-words')).toContainText('1,4')
  await picture(page, 'goal-8')
  expect(errors).toEqual([])
})

test('the auditor verifies what the lead reported, never more than once', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'auditor', `${contract}/goals/3`)
  const row = page.getByRole('row').filter({ hasText: step }).first()
  await expect(row.getByRole('button', { name: /Opdatér/ })).toHaveCount(0)
  await row.getByRole('button', { name: /Verificér/ }).click()
  await expect(page.getByRole('blockquote').or(page.locator('.claim'))).toContainText('Nyhedsbrev nr. 4')
  await page.getByLabel('Det passer').check()
  await picture(page, 'auditor-form')
  await page.getByRole('button', { name: 'Godkend' }).click()
  await sendNow(page)
  await expect(row).toContainText('Verificeret af Anders Aagaard')
  await expect(row.getByRole('button', { name: /Verificér/ })).toHaveCount(0)
  expect(errors).toEqual([])
})

test('a return needs its question', async ({ page }) => {
  await login(page, 'auditor2', `${contract}/goals/5`)
  const september = page.getByRole('listitem').filter({ hasText: 'september' }).first()
  await september.getByRole('button', { name: /Verificér/ }).click()
  await page.getByLabel('Send tilbage med et spørgsmål').check()
  await page.getByRole('button', { name: 'Send tilbage' }).click()
  await expect(page.getByRole('textbox', { name: 'Spørgsmål' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Spørgsmål' }).fill('Er de to sager fra august talt med?')
  await page.getByRole('button', { name: 'Send tilbage' }).click()
  await sendNow(page)
  await expect(september).toContainText('sendt tilbage')
})

test('management assesses a goal; both figures stay visible', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'management', `${contract}/goals/3`)
  await page.getByRole('button', { name: 'Vurdér målet' }).click()
  await page.getByRole('radio', { name: '50', exact: true }).check()
  await page.getByLabel('Begrundelse').fill('To af fire aktiviteter er afsluttet; resten når vi ikke.')
  await picture(page, 'management-form')
  await page.getByRole('button', { name: 'Gem vurdering' }).click()
  await sendNow(page)
  await expect(page.locator('.sides')).toContainText('50–100')
  await expect(page.getByText('To af fire aktiviteter er afsluttet').first()).toBeVisible()
  await page.getByRole('link', { name: 'Overblik' }).click()
  await expect(page.locator('tr.goal').nth(2)).toContainText('beregnet 50–100')
  await picture(page, 'overview-assessed')
  expect(errors).toEqual([])
})

test('the department reads everything and writes nothing', async ({ page }) => {
  await login(page, 'department')
  await expect(page.getByText('Intet venter på dig.')).toBeVisible()
  for (const goal of ['1', '3', '5', '8']) {
    await page.goto(`${contract}/goals/${goal}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(goal)
    await expect(page.getByRole('button', { name: /Opdatér|Verificér|Meld|Ret|Tilføj skridt|Vurdér/ })).toHaveCount(0)
  }
  await page.getByRole('link', { name: 'Log', exact: true }).click()
  await page.locator('.log-table tbody a').first().click()
  await expect(page.getByRole('heading', { name: 'Det, der blev skrevet' })).toBeVisible()
  await picture(page, 'fact')
})

test('the administrator sees who may do what', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'admin')
  await page.getByRole('link', { name: 'Administration' }).click()
  await page.getByRole('link', { name: 'Adgang', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Adgang')
  await expect(page.locator('main').getByText('Asger Aas').first()).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'access')
  expect(errors).toEqual([])
})
