import AxeBuilder from '@axe-core/playwright'
import { type Page } from '@playwright/test'
import { expect, test } from './demo'
import { collectErrors, login, picture, sendNow } from './support'

// Everyone's first page: what waits, done without leaving the list.
test.use({ story: 'work' })
test.describe.configure({ mode: 'serial' })

const lines = (page: Page) => page.getByRole('list', { name: /Det, der venter på dig/ }).locator('> li')
const attestation = 'Anmodning om attestation af oplysninger fra CPR: Idriftsat'

async function axe(page: Page) {
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test('the lead sees what waits, thinks better of one thing, and does another by keyboard', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', '/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad venter på dig?')
  await expect(page.getByText('Fire ting venter på dig. Én er forsinket.')).toBeVisible()
  await expect(page.getByRole('link', { name: /Mit arbejde/ })).toContainText('4')
  // Moved past its agreed day, it is late all the same.
  await expect(lines(page).first()).toContainText('Flyttet til 31. oktober 2014, men over aftalt dag.')
  await axe(page)
  await picture(page, 'work-lead')

  const line = lines(page).filter({ hasText: attestation })
  await line.getByRole('button', { name: /Meld færdig/ }).click()
  await page.getByLabel('Bemærkning').fill('Åbnet for alle i morges.')
  await page.getByRole('button', { name: 'Meld færdig', exact: true }).click()
  const undo = page.getByRole('button', { name: 'Fortryd' })
  await expect(undo).toBeFocused()
  await expect(page.getByText(/Idriftsat: færdig 2\. oktober 2014/)).toBeVisible()
  await axe(page)
  await picture(page, 'work-held')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Bemærkning')).toHaveValue('Åbnet for alle i morges.')
  await page.keyboard.press('Escape')

  // Moved instead, with its reason, and still in the list.
  await line.getByRole('button', { name: /Flyt dato/ }).click()
  await page.getByLabel('Forventet dato').fill('2014-10-09')
  await page.getByLabel('Begrundelse').fill('Certifikatet kommer først onsdag.')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await sendNow(page)
  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()
  await expect(line).toContainText('om 7 dage')

  // Several at once, from the keyboard alone.
  await line.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Meld 1 færdig' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Bemærkning').fill('Den kom alligevel i dag.')
  await picture(page, 'work-many')
  await page.getByRole('button', { name: 'Meld 1 færdig' }).press('Enter')
  await sendNow(page)
  await expect(page.getByRole('status').filter({ hasText: 'Gemt: 1 registrering' })).toBeVisible()
  await expect(line).toHaveCount(0)
  await expect(page.getByText('Tre ting venter på dig.')).toBeVisible()
  expect(errors).toEqual([])
})

test('several facts wait side by side, each with its own undo; what could not be sent is offered again', async ({ page }) => {
  await login(page, 'lead', '/')
  const september = lines(page).filter({ hasText: 'dobbeltregistrering, september 2014' })
  const customers = lines(page).filter({ hasText: 'Kunderne er gennemgået' })
  await september.getByRole('button', { name: /Meld resultat/ }).click()
  await september.getByLabel('Antal sager').fill('57')
  await september.getByLabel('Kilde').fill('CPR-systemet')
  await september.getByRole('button', { name: 'Gem resultat' }).click()
  await expect(september.getByRole('button', { name: 'Fortryd' })).toBeFocused()

  // The next one is opened at once, and the first can still be taken back.
  await customers.getByRole('button', { name: /Skriv status/ }).click()
  await expect(customers.getByLabel('Bemærkning')).toBeVisible()
  await expect(september.getByRole('button', { name: 'Send nu' })).toBeVisible()
  await axe(page)
  await picture(page, 'work-held-beside')
  await september.getByRole('button', { name: 'Fortryd' }).click()
  await expect(september.getByLabel('Antal sager')).toHaveValue('57')
  await expect(customers.getByLabel('Bemærkning')).toBeVisible()

  // The page is left while the server cannot be reached: nothing is lost.
  await september.getByRole('button', { name: 'Gem resultat' }).click()
  await expect(september.getByRole('button', { name: 'Send nu' })).toBeVisible()
  await page.route('**/results', (route) => route.abort())
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  const offer = page.getByRole('region', { name: 'Ikke sendt' })
  await expect(offer).toContainText('57 i september 2014')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor står vi?')
  await axe(page)
  await picture(page, 'work-unsent')
  await page.unroute('**/results')
  await page.goto('/')
  await expect(offer.getByRole('button', { name: 'Send nu' })).toBeVisible()
  await offer.getByRole('button', { name: 'Smid den væk' }).click()
  await expect(offer).toHaveCount(0)
  await page.reload()
  await expect(lines(page)).toHaveCount(3)
  await expect(offer).toHaveCount(0)
})

test('what is about to be written is written when the tab goes on to another page', async ({ page }) => {
  await login(page, 'lead', '/')
  const september = lines(page).filter({ hasText: 'dobbeltregistrering, september 2014' })
  await september.getByRole('button', { name: /Meld resultat/ }).click()
  await page.getByLabel('Antal sager').fill('57')
  await page.getByLabel('Kilde').fill('CPR-systemet')
  await page.getByRole('button', { name: 'Gem resultat' }).click()
  await expect(page.getByRole('button', { name: 'Fortryd' })).toBeVisible()
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvor står vi?')
  await page.goto('/')
  await expect(lines(page)).toHaveCount(2)

  // Nor is it lost when the tab goes elsewhere.
  const other = await page.context().newPage()
  await other.goto('/')
  await lines(other).getByRole('button', { name: /Meld færdig/ }).click()
  await other.getByLabel('Bemærkning').fill('Den sidste kunde svarede i går.')
  await other.getByRole('button', { name: 'Meld færdig', exact: true }).click()
  await expect(other.getByRole('button', { name: 'Fortryd' })).toBeVisible()
  await other.goto('about:blank')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Én ting venter på dig.')).toBeVisible({ timeout: 1000 })
  }).toPass()
})

test('auditors take from one queue; who is second is told so, line by line', async ({ browser, baseURL }) => {
  const [first, second] = [await open(), await open()]
  async function open() {
    return (await browser.newContext({ baseURL: baseURL ?? '', locale: 'da-DK' })).newPage()
  }
  await login(first, 'auditor', '/?only=verify')
  await login(second, 'auditor2', '/?only=verify')
  const title = 'Web-systemet: Kravene er fastlagt'
  const pick = (page: Page) => lines(page).filter({ hasText: title })
  await expect(pick(first).getByText('Meldt af Line Lund')).toBeVisible()

  for (const name of [title, 'Penetrationstest: Testen er udført']) {
    await lines(second).filter({ hasText: name }).getByRole('checkbox').check()
  }
  await second.getByRole('button', { name: 'Godkend 2' }).click()
  // Meanwhile the other one sends one of them back with a question.
  await pick(first).getByRole('button', { name: /Send tilbage/ }).click()
  await first.getByRole('textbox', { name: 'Spørgsmål' }).fill('Hvor ligger kravene?')
  await first.getByRole('button', { name: 'Send tilbage', exact: true }).click()
  await sendNow(first)
  await expect(pick(first)).toHaveCount(0)

  await second.getByRole('button', { name: 'Godkend 2' }).click()
  await sendNow(second)
  await expect(second.getByText('Gemt: 1 af 2.', { exact: false })).toBeVisible()
  await expect(second.getByText('En anden har gemt imens, så her er intet skrevet.', { exact: false })).toBeVisible()
  await picture(second, 'work-failed-line')
  await first.context().close()
  await second.context().close()
})

test('a question comes back to the lead, who answers it where it stands', async ({ page }) => {
  await login(page, 'lead', '/')
  const line = lines(page).filter({ hasText: 'Kravene er fastlagt' })
  await expect(line).toContainText('Hvor ligger kravene?')
  await line.getByRole('button', { name: /Svar/ }).click()
  await page.getByLabel('Bemærkning').fill('I sagen om web-systemet, bilag 2.')
  await page.getByRole('button', { name: 'Meld færdig', exact: true }).click()
  await sendNow(page)
  await expect(line).toHaveCount(0)
})

test('management assesses beside the calculated degree', async ({ page }) => {
  await login(page, 'management', '/')
  await expect(page.getByText('Målene herunder kan vurderes nu.', { exact: false })).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: '6 Kundetilfredshed' })
  await row.getByRole('button', { name: /Vurdér/ }).click()
  await page.getByRole('radio', { name: '100' }).check()
  await page.getByLabel('Begrundelse').fill('Målingen ramte ugen med nedbruddet.')
  await page.getByRole('button', { name: 'Gem vurdering' }).click()
  await sendNow(page)
  await expect(row).toContainText('afviger fra reglen')
  await axe(page)
  await picture(page, 'work-management')
})

test('the department reads what is new, and has nothing that it cannot use', async ({ page }) => {
  await login(page, 'department', '/')
  await expect(page.getByText('Intet venter på dig.')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByText('Det er dit første besøg.', { exact: false }).first()).toBeVisible()
  await axe(page)
  await page.setViewportSize({ width: 360, height: 800 })
  await picture(page, 'work-department-360')
})

test('in every language, colour and width nothing is amiss, with a form open too', async ({ browser, baseURL }) => {
  test.setTimeout(180_000)
  for (const [user, address] of [
    ['auditor2', '/?only=verify'],
    ['management', '/'],
  ] as const) {
    for (const { locale, colorScheme, width } of [
      { locale: 'en-GB', colorScheme: 'dark', width: 360 },
      { locale: 'da-DK', colorScheme: 'light', width: 360 },
      { locale: 'en-GB', colorScheme: 'light', width: 1280 },
    ] as const) {
      const context = await browser.newContext({ baseURL: baseURL ?? '', locale, colorScheme, viewport: { width, height: 800 } })
      const page = await context.newPage()
      await login(page, user, address)
      await page.getByRole('button', { name: /^(Godkend|Accept|Vurdér|Assess) / }).first().click()
      await expect(page.getByRole('heading', { level: 3 })).toBeVisible()
      await axe(page)
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(sideways, `${user} at ${width}`).toBeLessThanOrEqual(0)
      if (user === 'auditor2' && width === 360) {
        await page.keyboard.press('Escape')
        await page.getByRole('checkbox').first().check()
        await page.getByRole('button', { name: /^(Vælg alle|Choose all)/ }).click()
        await page.getByRole('button', { name: /^(Godkend|Accept) \d+$/ }).click()
        await page.getByRole('button', { name: /^(Godkend|Accept) \d+$/ }).click()
        await expect(page.getByRole('button', { name: /^(Send nu|Send now)$/ })).toBeVisible({ timeout: 20_000 })
        await axe(page)
        await page.getByRole('button', { name: /^(Fortryd|Undo)$/ }).click()
      }
      await picture(page, `work-${user}-${locale.slice(0, 2)}-${colorScheme}-${width}`)
      await context.close()
    }
  }
})
