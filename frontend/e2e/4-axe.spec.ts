import { type Page } from '@playwright/test'
import { expect, test } from './demo'
import { axe, tellChecked, type Theme } from './axe'
import { contract, login, picture, type User } from './support'

// Every page, in the states that one meets, in both languages and every theme: axe finds nothing,
// and nothing scrolls sideways on a phone.
test.use({ story: 'axe' })

type State = [name: string, address: string, act?: (page: Page) => Promise<unknown>]

const press = (name: RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const faulty = (page: Page) => page.locator('main .source-editor textarea').fill('id: [')

const states: Partial<Record<User, State[]>> = {
  lead: [
    ['my work', '/'],
    ['my work, a form', '/', press(/^(Meld resultat|Report)/)],
    ['overview', contract],
    ['plan', `${contract}/goals/2`],
    ['months', `${contract}/goals/5`],
    ['money', `${contract}/goals/8`],
    ['form of a step', `${contract}/goals/2?form=update&on=attestation.live`],
    ['form of a result', `${contract}/goals/5?form=result&on=5b/2014-09`],
    ['faults at the fields', `${contract}/goals/5?form=result&on=5b/2014-09`, faultyResult],
    ['explanation', `${contract}?explain=total`],
    ['past overview', `${contract}?asOf=2014-06-30`],
    ['past goal', `${contract}/goals/2?asOf=2014-06-30`],
    ['before the signature', `${contract}?asOf=2013-11-30`],
    ['a day ahead', `${contract}?asOf=2031-01-01`],
    ['what if', `${contract}/what-if?set=${encodeURIComponent('["figure:4=95"]')}`],
    ['last safe days', `${contract}/last-safe-days`],
    ['compare', `${contract}/compare?left=2014-06-30&right=now`],
    ['log', `${contract}/log`],
    ['log, empty', `${contract}/log?text=findes-ikke`],
    ['fact', `${contract}/log`, (page) => page.locator('.log-table tbody a').first().click()],
    ['agreement', `${contract}/agreement`],
    ['plan as a file', `${contract}/plan-file`],
    ['survey', `${contract}/goals/6/survey/6`],
    ['survey, a file', `${contract}/goals/6/survey/6/import`],
    ['survey of one’s own', `${contract}/goals/6/survey/6/run`],
    ['answer, no such link', '/answer/cpr-2014#none'],
    ['hearing, no such link', '/hearing/cpr-2014#none'],
    ['findings, none', `${contract}/goals/3/findings`],
    ['cases', `${contract}/goals/4/cases/4`],
    ['cases, a file', `${contract}/goals/4/cases/4/import`],
    ['cases, data quality', `${contract}/goals/4/cases/4/quality`],
    ['a case', `${contract}/goals/4/cases/4/KL-0001`],
    ['budget', `${contract}/goals/8/budget/8`],
    ['postings, a file', `${contract}/goals/8/budget/8/import`],
    ['search', '/search?q=plan'],
    ['search, empty', '/search?q=findesikke'],
    ['palette', contract, (page) => page.keyboard.press('/')],
    ['keys', '/tokens'],
    ['contracts', '/contracts'],
    ['not for this role', '/admin/settings'],
    ['no such goal', `${contract}/goals/99`],
    ['no such contract', '/c/nowhere'],
    ['no such page', '/nowhere'],
    ['no answer', `${contract}/log`, silent],
  ],
  auditor: [
    ['verify', '/?only=verify', press(/^(Godkend|Accept) /)],
    ['verify several', '/?only=verify', (page) => page.getByRole('checkbox').first().check()],
    ['spot checks', `${contract}/goals/3/spotchecks`],
    ['spot check, planned', `${contract}/goals/3/spotchecks/2014-1`],
    ['spot check, a plan', `${contract}/goals/3/spotchecks`, planForm],
    ['spot check, by volume', `${contract}/goals/3/spotchecks`, planByVolume],
  ],
  management: [
    ['management', '/'],
    ['assess', `${contract}/goals/3`, press(/^(Vurdér målet|Assess)/)],
    ['amend', `${contract}/amend`],
    ['amend, a fault', `${contract}/amend`, faulty],
    ['amendment, proposed', `${contract}/amendments/1`],
    ['a draft of one’s own', '/drafts/cpr-2015'],
    ['another draft', '/new-contract?draft=cpr-2015'],
  ],
  department: [
    ['nothing waits', '/'],
    ['portfolio', '/portfolio'],
    ['portfolio, map', '/portfolio?view=map'],
    ['portfolio, years', '/portfolio?view=years'],
    ['portfolio, empty', '/portfolio?text=findesikke'],
    ['portfolio, past', '/portfolio?asOf=2014-06-30'],
    ['question', `${contract}/goals/2`, press(/^(Stil et spørgsmål|Ask a question)/)],
    ['amendment, answered', `${contract}/amendments/1`, press(/^(Svar for|Answer for)/)],
    ['a contract to be signed', '/drafts/cpr-2015', press(/^(Skriv under for|Sign for)/)],
  ],
  admin: [
    ['all contracts', '/admin/contracts'],
    ['access', '/admin/access'],
    ['all keys', '/admin/tokens'],
    ['jobs', '/admin/jobs'],
    ['mails', '/admin/mails'],
    ['settings', '/admin/settings'],
    ['health', '/admin/health'],
    ['new contract', '/new-contract'],
    ['new contract, from paper', '/new-contract', (page) => page.locator('details.beginning summary').first().click()],
    ['new contract, faults', '/new-contract', faulty],
  ],
}

async function faultyResult(page: Page) {
  await page.getByRole('button', { name: /^(Gem resultat|Save the result)/ }).click()
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible()
}

/** The form of a plan, with what it comes to. */
async function planForm(page: Page) {
  await press(/^(Planlæg en runde|Plan a round)/)(page)
  await expect(page.locator('.spotcheck-reckoning svg[role=img]')).toBeVisible()
}

async function planByVolume(page: Page) {
  await press(/^(Planlæg en runde|Plan a round)/)(page)
  await page.getByLabel(/^(i forhold til deres mængde|in proportion to their volume)/).check()
  await expect(page.getByText(/^(Der trækkes 59 gange|59 picks are made)/)).toBeVisible()
}

const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth

async function silent(page: Page) {
  await page.route('**/facts?*', (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 15_000 })
  await page.unrouteAll()
}

/** A list of customers, and a round that is planned on it. */
async function planSpotcheck(page: Page) {
  await login(page, 'auditor', `${contract}/goals/3/spotchecks`)
  const customers = Array.from({ length: 40 }, (_, i) => `K-${i};Kunden ${i};${i < 25 ? 'Kommune' : 'Privat'};${i + 1}`)
  await page.getByLabel(/Slip kundelisten/).setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer: Buffer.from(['Kundenummer;Navn;Sektor;Mængde', ...customers].join('\n')) })
  await page.getByRole('button', { name: 'Læs listen ind' }).click()
  await page.getByRole('button', { name: 'Planlæg en runde' }).click()
  await page.getByLabel('Kort navn').fill('2014-1')
  await page.getByLabel('Rundens titel').fill('Vilkår for adgang')
  await page.getByLabel(/Spørgsmål, som runden/).fill('Følger kunderne vilkårene?')
  await page.getByLabel('Begynd med en tjekliste').selectOption('-')
  await page.getByLabel('Del op efter').selectOption('sektor')
  await page.getByLabel('Første person').selectOption('auditor')
  await page.getByLabel('Anden person').selectOption('auditor2')
  await page.getByRole('button', { name: 'Gem planen' }).click()
  await expect(page).toHaveURL(/spotchecks\/2014-1$/)
  await page.close()
}

test.beforeAll(async ({ browser, demo }) => {
  const page = await browser.newPage({ baseURL: demo.address, locale: 'da-DK' })
  await login(page, 'management', `${contract}/amend`)
  await page.getByLabel('en dato').check()
  await page.getByLabel('Trin eller rapport').selectOption('step/lodging.live')
  await page.getByLabel('Aftalt frist').fill('2014-12-19')
  await page.getByRole('button', { name: 'Sæt ind i filen' }).click()
  await page.getByRole('button', { name: 'Videre: send til godkendelse' }).click()
  await page.getByLabel('Skal gælde fra').fill('2014-11-02')
  await page.getByLabel('Begrundelse').fill('Driften lukker i juledagene.')
  await page.getByRole('button', { name: 'Stil forslaget' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Forslag 1')
  // Next year's contract, to be signed.
  await page.goto(`${contract}/agreement`)
  const source = (await page.locator('pre.source').textContent()) ?? ''
  await page.goto('/new-contract')
  await page.locator('main .source-editor textarea').fill(source.replace('\nid: cpr-2014', '\nid: cpr-2015'))
  await page.getByRole('button', { name: 'Læg frem til underskrift' }).click()
  await expect(page).toHaveURL(/drafts/)
  await page.close()
  await planSpotcheck(await browser.newPage({ baseURL: demo.address, locale: 'da-DK' }))
})

// What the system forces follows no language: one of the two each.
const themes: Record<string, Theme[]> = {
  'da-DK': ['light', 'dark', 'forced colours'],
  'en-GB': ['light', 'dark', 'more contrast'],
}

for (const [locale, inThemes] of Object.entries(themes)) {
  test(`axe finds nothing on any page: ${locale}`, async ({ browser, demo }) => {
    test.setTimeout(480_000)
    const language = locale.slice(0, 2)
    for (const [user, list] of Object.entries(states) as [User, State[]][]) {
      const context = await browser.newContext({ baseURL: demo.address, locale, timezoneId: 'Europe/Copenhagen' })
      const page = await context.newPage()
      if (user === 'lead') {
        await page.goto('/')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await axe(page, `login, ${language}`, inThemes)
        await page.goto('/accessibility')
        await expect(page.locator('main h1')).toBeVisible()
        await axe(page, `statement, ${language}`, inThemes)
      }
      await login(page, user)
      for (const [name, address, act] of list) {
        await page.goto(address)
        await expect(page.locator('main h1')).toBeVisible()
        await expect(page.locator('main [aria-busy=true]')).toHaveCount(0)
        await act?.(page)
        await axe(page, `${name}, ${language}`, inThemes)
        await page.setViewportSize({ width: 360, height: 800 })
        await expect
          .soft(async () => expect(await page.evaluate(overhang), `${name} scrolls sideways`).toBeLessThanOrEqual(0))
          .toPass({ timeout: 3_000 })
        await picture(page, `${name.replaceAll(/\W+/g, '-')}-${language}-360`)
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      await context.close()
    }
    tellChecked(`page, state and theme in ${language}`)
  })
}
