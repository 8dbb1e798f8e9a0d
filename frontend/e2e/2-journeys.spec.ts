import { type Browser, type Page } from '@playwright/test'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture, sendNow, type User } from './support'

// The third quarter of 2014, as the five roles work through it: the demo's story
// ends on 1 July, and whatever is reported after it is reported here.
test.use({ story: 'quarter', until: '2014-07-02' })
test.describe.configure({ mode: 'serial' })

const lines = (page: Page) => page.getByRole('list', { name: /Det, der venter på dig/ }).locator('> li')
const line = (page: Page, title: string) => lines(page).filter({ hasText: title })
const totals = (page: Page) => page.locator('.total')

async function as(browser: Browser, baseURL: string | undefined, user: User, to: string) {
  const context = await browser.newContext({ baseURL, locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })
  const page = await context.newPage()
  const errors = collectErrors(page)
  await login(page, user, to)
  return { page, errors }
}

test('2 July, the lead: the quarter begins, and June has its figure', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', '/')
  await expect(page.getByText('Seks ting venter på dig.')).toBeVisible()
  const june = line(page, 'dobbeltregistrering, juni 2014')
  await june.getByRole('button', { name: /Meld resultat/ }).click()
  await page.getByLabel('Antal sager').fill('54')
  await page.getByLabel('Kilde').fill('CPR-systemet')
  await picture(page, 'quarter-1-lead-figure')
  await page.getByRole('button', { name: 'Gem resultat' }).click()
  await sendNow(page)
  await expect(june).toHaveCount(0)
  await expect(page.getByText('Fem ting venter på dig.')).toBeVisible()
  // Goal 1's plan was there in time: half of 12.5 is safe. Everything else is open.
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  await expect(page.locator('.total-figure a').first()).toHaveText('6,25')
  await expect(totals(page)).toContainText('100')
  await picture(page, 'quarter-2-lead-overview')
  expect(errors).toEqual([])
})

test('18 August, the lead: one step moved with its reason, two done with evidence', async ({ page, demo }) => {
  await demo.turnTo('2014-08-18')
  const errors = collectErrors(page, 422)
  await login(page, 'lead', '/')
  const moved = line(page, 'Anmodning om attestation af oplysninger fra CPR: Brugertestet')
  await expect(moved).toContainText('3 dage for sent')
  await moved.getByRole('button', { name: /Flyt dato/ }).click()
  await page.getByLabel('Forventet dato').fill('2014-09-05')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await expect(page.getByLabel('Begrundelse')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Begrundelse').fill('Testen må vente på signaturløsningen.')
  await page.reload()
  await expect(page.getByLabel('Begrundelse')).toHaveValue('Testen må vente på signaturløsningen.')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await sendNow(page)
  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()

  const designed = line(page, 'Anmodning om ubeskyttede standardoplysninger fra CPR: Udformet')
  await designed.getByRole('button', { name: /Meld færdig/ }).click()
  await page.getByLabel('Bemærkning').fill('Udkastet er godkendt.')
  await page.getByRole('button', { name: 'Tilføj et link' }).click()
  await page.getByLabel('Hvad det er').fill('Godkendt udkast')
  await page.getByLabel('Adresse (https://…)').fill('https://example.org/udkast')
  await picture(page, 'quarter-3-lead-evidence')
  await page.getByRole('button', { name: 'Meld færdig', exact: true }).click()
  await sendNow(page)
  await expect(designed).toHaveCount(0)

  // The third of five services is live: goal 2 is half at least, 6.25 more are safe.
  await page.goto(`${contract}/goals/2?form=done&on=lodging.live`)
  await page.getByLabel('Bemærkning').fill('Åbnet i dag.')
  await page.getByRole('button', { name: 'Meld færdig' }).click()
  await sendNow(page)
  await expect(page.getByText('3 af planens 5 punkter i tide').first()).toBeVisible()
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  await expect(page.locator('.total-figure a').first()).toHaveText('12,5')
  await picture(page, 'quarter-4-lead-overview')
  expect(errors).toEqual([])
})

test('18 August, the auditor: one report stands, one goes back with a question', async ({ page }) => {
  const errors = collectErrors(page, 422)
  await login(page, 'auditor', '/?only=verify')
  const stands = line(page, 'Anmodning om ubeskyttede standardoplysninger fra CPR: Udformet')
  await expect(stands.getByRole('link', { name: /Godkendt udkast/ })).toBeVisible()
  await stands.getByRole('button', { name: /Godkend/ }).click()
  await picture(page, 'quarter-5-auditor')
  await page.getByRole('button', { name: 'Godkend', exact: true }).click()
  await sendNow(page)
  await expect(stands).toHaveCount(0)

  const back = line(page, 'Besvarelse af anmodninger om logiværtserklæring: Idriftsat')
  await back.getByRole('button', { name: /Send tilbage/ }).click()
  await page.getByRole('button', { name: 'Send tilbage', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Spørgsmål' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Spørgsmål' }).fill('Er den åben for borgerne?')
  await page.getByRole('button', { name: 'Send tilbage', exact: true }).click()
  await sendNow(page)
  await expect(back).toHaveCount(0)

  // On the goal's page the one is verified by name, and asks for nothing more.
  await page.goto(`${contract}/goals/2`)
  const row = page.getByRole('row').filter({ hasText: 'Verificeret af Anders Aagaard' }).filter({ hasText: 'Udformet' })
  await expect(row.first()).toBeVisible()
  await expect(row.first().getByRole('button')).toHaveCount(0)
  expect(errors).toEqual([])
})

test('18 August, the lead answers the question where it stands', async ({ page }) => {
  await login(page, 'lead', '/')
  const asked = line(page, 'Besvarelse af anmodninger om logiværtserklæring: Idriftsat')
  await expect(asked).toContainText('Er den åben for borgerne?')
  await asked.getByRole('button', { name: /Svar/ }).click()
  await page.getByLabel('Bemærkning').fill('Ja, siden i morges.')
  await picture(page, 'quarter-6-lead-answers')
  await page.getByRole('button', { name: 'Meld færdig', exact: true }).click()
  await sendNow(page)
  await expect(asked).toHaveCount(0)
})

test('2 October, the lead: the survey is final, and money follows from its postings alone', async ({ page, demo }) => {
  await demo.turnTo('2014-10-02')
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/goals/8`)
  await page.getByRole('link', { name: 'Importér et nyt udtræk' }).click()
  await expect(page.getByRole('heading', { name: 'Indlæs budget eller posteringer' })).toBeVisible()

  // 357 of 500 are 71.4 %, below 75: goal 6 is lost, and 12.5 of what could be had.
  await page.goto(`${contract}/goals/6?form=result&on=6`)
  await page.getByLabel('Heraf tilfredse').fill('357')
  await page.getByLabel('Antal svar').fill('500')
  await page.getByLabel('Kilde').fill('Analysebureauets rapport')
  await page.getByLabel('Tallet er endeligt').check()
  await page.getByRole('button', { name: 'Gem resultat' }).click()
  await sendNow(page)
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  await expect(totals(page)).toContainText('87,5')
  await expect(page.locator('.total-figure a').first()).toHaveText('12,5')
  // Three of goal 2's steps: the attestation's test and start, the lodging declarations' building. Three of
  // goal 3's: the newsletters, the repairs, and the review of customers.
  await expect(page.locator('main .sub').first()).toContainText('Seks trin er over tiden.')
  await picture(page, 'quarter-7-lead-overview')
  expect(errors).toEqual([])
})

test('2 October, management: assesses beside the rule, and proposes an amendment', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'management', `${contract}/goals/3`)
  await page.getByRole('button', { name: 'Vurdér målet' }).click()
  await page.getByRole('radio', { name: '50', exact: true }).check()
  await page.getByLabel('Begrundelse').fill('To af fire aktiviteter når vi ikke.')
  await picture(page, 'quarter-8-management-assesses')
  await page.getByRole('button', { name: 'Gem vurdering' }).click()
  await sendNow(page)
  await expect(page.locator('.sides')).toContainText('0–100')
  await page.getByRole('link', { name: 'Overblik', exact: true }).click()
  await expect(page.locator('tr.goal').nth(2)).toContainText('beregnet 0–100')
  // 12.5 and half of goal 3's 12.5; the other half can no longer be had.
  await expect(page.locator('.total-figure a').first()).toHaveText('18,75')
  await expect(totals(page)).toContainText('81,25')

  await page.goto(`${contract}/amend`)
  await page.getByLabel('en dato').check()
  await page.getByLabel('Trin eller rapport').selectOption('step/standard-info.built')
  await page.getByLabel('Aftalt frist').fill('2014-11-07')
  await page.getByRole('button', { name: 'Sæt ind i filen' }).click()
  await expect(page.getByText('fristen er flyttet fra 17. oktober 2014 til 7. november 2014.')).toBeVisible()
  await page.getByRole('button', { name: 'Videre: send til godkendelse' }).click()
  await page.getByLabel('Skal gælde fra').fill('2014-10-02')
  await page.getByLabel('Begrundelse').fill('Prisberegningen laves om.')
  await page.getByRole('button', { name: 'Stil forslaget' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forslag 1: en justering fra 2. oktober 2014')
  await expect(page.getByRole('button', { name: /Svar for/ })).toHaveCount(0)
  await picture(page, 'quarter-9-management-proposes')
  expect(errors).toEqual([])
})

test('2 October, the other manager and the department agree to it', async ({ browser, baseURL }) => {
  for (const [user, act] of [
    ['management2', 'Svar for styrelsen'],
    ['department', 'Svar for departementet'],
  ] as const) {
    const { page, errors } = await as(browser, baseURL, user, `${contract}/amendments/1`)
    await page.getByRole('button', { name: act }).click()
    await page.getByLabel('Godkend', { exact: true }).check()
    await page.getByRole('button', { name: 'Gem godkendelsen' }).click()
    await expect(page.locator('form.writing')).toHaveCount(0)
    await picture(page, `quarter-10-${user}-agrees`)
    if (user === 'department') await expect(page.getByText('aftalt af begge')).toBeVisible()
    expect(errors).toEqual([])
    await page.context().close()
  }
})

test('2 October, the department: the portfolio, two days, and the fact under a figure', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'department', '/portfolio')
  const row = page.locator('.portfolio tbody tr').filter({ hasText: 'CPR-administrationen 2014' })
  await expect(row.locator('td.number')).toHaveText(['2014', '18,75', '81,25'])
  // Goal 3 is settled by the assessment. Of goal 2's steps three are past their day: the
  // attestation's test and start, and the lodging declarations' building.
  await expect(row).toContainText('3 forsinkede')
  await picture(page, 'quarter-11-department-portfolio')
  await page.goto(`${contract}/compare?left=2014-07-02&right=now`)
  await expect(page.locator('main .sub').first()).toContainText('6,25–100')
  await expect(page.locator('main .sub').first()).toContainText('18,75–81,25')
  await picture(page, 'quarter-12-department-compares')

  // Three clicks: the figure, what it rests on, the fact.
  await page.goto(contract)
  await page.locator('tr.goal').nth(2).locator('[data-figure]').first().click()
  const panel = page.getByRole('complementary', { name: 'Forklaring' })
  await panel.getByText('Ledelsen har vurderet graden til 50.').click()
  await panel.getByRole('link', { name: /nr\. \d+/ }).first().click()
  await expect(page.getByRole('heading', { name: 'Det, der blev skrevet' })).toBeVisible()
  await expect(page.locator('main')).toContainText('To af fire aktiviteter når vi ikke.')
  await picture(page, 'quarter-13-department-fact')
  for (const goal of ['1', '3', '5', '8']) {
    await page.goto(`${contract}/goals/${goal}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(goal)
    await expect(page.getByRole('button', { name: /Opdatér|Verificér|Meld|Ret|Tilføj|Vurdér/ })).toHaveCount(0)
  }
  expect(errors).toEqual([])
})

test('2 October, the administrator: access, keys, jobs, settings, health', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'admin', '/admin/access')
  // By name, with the role that the provider's claim gave.
  await expect(page.locator('tr.person').filter({ hasText: 'Line Lund' })).toContainText('projektleder')
  await picture(page, 'quarter-14-admin-access')
  const menu = page.getByRole('navigation', { name: 'Administration' })
  for (const [name, said] of [
    ['Adgangsnøgler', 'nøgle'],
    ['Opgaver i baggrunden', 'Underskrive loggene'],
    ['Indstillinger', 'OPFYLDT_LISTEN'],
    ['Helbred', 'Alt svarer.'],
  ] as const) {
    await menu.getByRole('link', { name }).click()
    await expect(menu.getByRole('link', { name })).toHaveAttribute('aria-current', 'page')
    await expect(page.locator('main')).toContainText(said)
  }
  await picture(page, 'quarter-15-admin-health')
  await page.goto(contract)
  await expect(page.locator('.total-figure a').first()).toHaveText('18,75')
  await page.goto(`${contract}/goals/2`)
  await expect(page.getByRole('button', { name: /Opdatér|Verificér|Meld|Vurdér/ })).toHaveCount(0)
  expect(errors).toEqual([])
})

test('two on one form: the second sees both versions and chooses', async ({ browser, baseURL }) => {
  const first = await (await browser.newContext({ baseURL, locale: 'da-DK' })).newPage()
  const second = await (await browser.newContext({ baseURL, locale: 'da-DK' })).newPage()
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
