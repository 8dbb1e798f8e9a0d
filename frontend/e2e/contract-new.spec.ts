import type { Browser, Locator, Page } from '@playwright/test'
import { expect, test } from './demo'
import { collectErrors, login, picture, type User } from './support'

test.use({ story: 'contract-new' })

/** Goes on with Tab until the keyboard is at an element, as one does without a mouse. */
async function reach(target: Locator): Promise<void> {
  const page = target.page()
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 250; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not come there')
}

async function press(target: Locator): Promise<void> {
  await reach(target)
  await target.page().keyboard.press('Enter')
}

async function write(target: Locator, text: string): Promise<void> {
  await reach(target)
  await target.page().keyboard.type(text)
}

/** A date's parts stand in the order of the machine's own tongue: the day first, or the month. */
async function writeDay(target: Locator, day: string): Promise<void> {
  const [year, month, date] = day.split('-')
  await write(target, `${date}${month}${year}`)
  if ((await target.inputValue()) === day) return
  for (let part = 0; part < 3; part++) await target.page().keyboard.press('ArrowLeft')
  await target.page().keyboard.type(`${month}${date}${year}`)
  await expect(target).toHaveValue(day)
}

async function open(browser: Browser, user: User, to: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' })).newPage()
  await login(page, user, to)
  return page
}

async function sign(page: Page, party: 'styrelsen' | 'departementet'): Promise<void> {
  await press(page.getByRole('button', { name: `Skriv under for ${party}` }))
  await reach(page.getByLabel('Skriv under på udkastet'))
  await page.keyboard.press('Space')
  await press(page.getByRole('button', { name: 'Skriv under', exact: true }))
  await expect(page.locator('form.writing')).toHaveCount(0)
}

test('a contract is written from nothing by keyboard alone, signed by both parties, and its first fact reported', async ({ browser }) => {
  test.setTimeout(90_000)
  const mette = await open(browser, 'management', '/contracts')
  const errors = collectErrors(mette)
  await press(mette.getByRole('link', { name: 'Skriv en ny kontrakt' }))
  await press(mette.getByText('Skriv filen ud fra papiret'))
  await write(mette.getByLabel('Kontraktens id'), 'cpr-2015')
  await write(mette.getByLabel('Titel', { exact: true }), 'Resultatkontrakt 2015')
  await write(mette.getByLabel('Styrelsen', { exact: true }), 'CPR-administrationen')
  await write(mette.getByLabel('Departementet'), 'Økonomi- og Indenrigsministeriet')
  await writeDay(mette.getByLabel('Gælder fra'), '2015-01-01')
  await writeDay(mette.getByLabel('Gælder til'), '2015-12-31')
  await writeDay(mette.getByLabel('Underskrevet'), '2014-10-01')
  await press(mette.getByRole('button', { name: 'Tilføj et mål' }))
  const goal = mette.getByRole('group', { name: 'Nyt mål' })
  await write(goal.getByLabel('Nummer'), '1')
  const named = mette.locator('.paper-goals fieldset')
  await write(named.getByLabel('Titel'), 'Nyt CPR-register')
  await write(named.getByLabel('Vægt'), '100')
  await press(named.getByRole('button', { name: 'Tilføj et krav' }))
  await press(named.getByRole('button', { name: 'Tilføj et trin' }))
  await write(named.getByLabel('Trin', { exact: true }), 'Registret er i drift')
  await writeDay(named.getByLabel('Senest'), '2015-07-01')
  await press(mette.getByRole('button', { name: 'Skriv filen', exact: true }))
  await picture(mette, 'contract-new-written')
  await press(mette.getByRole('button', { name: 'Læg frem til underskrift' }))
  await expect(mette).toHaveURL(/\/drafts\/cpr-2015/)
  await expect(mette.getByRole('heading', { level: 1 })).toHaveText('Resultatkontrakt 2015')
  await expect(mette.getByText('venter på begge parter')).toBeVisible()
  // Who put it forward does not sign it.
  await expect(mette.getByRole('button', { name: /^Skriv under for/ })).toHaveCount(0)

  const helle = await open(browser, 'management2', '/contracts')
  await press(helle.getByRole('link', { name: /Resultatkontrakt 2015/ }))
  await sign(helle, 'styrelsen')
  await expect(helle.getByText('styrelsen har sagt ja; venter på departementet')).toBeVisible()

  // A new draft needs both signatures again.
  await mette.reload()
  await press(mette.getByRole('link', { name: 'Skriv et nyt udkast' }))
  const file = mette.getByLabel('Kontraktens fil (YAML)')
  await expect(file).toHaveValue(/due: 2015-07-01/)
  await reach(file)
  await mette.keyboard.press('Control+End')
  await mette.keyboard.type('# Drøftet den 1. oktober\n')
  await press(mette.getByRole('button', { name: 'Læg frem til underskrift' }))
  await expect(mette.getByText('Udkast 2:')).toBeVisible()
  await expect(mette.getByText('venter på begge parter')).toBeVisible()

  await helle.reload()
  await sign(helle, 'styrelsen')
  const dorte = await open(browser, 'department', '/drafts/cpr-2015')
  await picture(dorte, 'contract-new-draft')
  await sign(dorte, 'departementet')
  await expect(dorte.getByText('underskrevet af begge')).toBeVisible()
  await picture(dorte, 'contract-new-signed')
  await press(dorte.getByRole('link', { name: 'Åbn kontrakten' }))
  await expect(dorte).toHaveURL(/\/c\/cpr-2015/)

  const line = await open(browser, 'lead', '/c/cpr-2015/goals/1?form=update&on=item-1.1')
  await write(line.getByLabel('Bemærkning'), 'Udbuddet er sendt ud.')
  await press(line.getByRole('button', { name: 'Gem', exact: true }))
  await expect(line.locator('form.writing')).toHaveCount(0)
  await expect(line.getByText('Udbuddet er sendt ud.').first()).toBeVisible()
  await picture(line, 'contract-new-first-fact')
  await line.goto('/c/cpr-2015/agreement')
  await expect(line.getByText(/Helle Holm.*Dorte Dahl/)).toBeVisible()
  await picture(line, 'contract-new-agreement')
  expect(errors).toEqual([])
})
