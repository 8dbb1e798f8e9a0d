import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'agreement' })
test.describe.configure({ mode: 'serial' })

test('the agreement reads as text, goal by goal', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/agreement`)
  await expect(page.getByText('Udgave 1 gælder fra 1. januar 2014.')).toBeVisible()
  const goal = page.locator('#goal-5')
  await expect(goal).toContainText('mindst 92 %')
  await expect(goal).toContainText('Frist: 5 måneder fra modtagelsen.')
  await expect(goal).toContainText('Sagsakter hentes hos Udlændingeservice')
  await expect(page.getByRole('link', { name: 'Foreslå en justering' })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent filen, udgave 1' }).first().click()
  expect((await download).suggestedFilename()).toBe('cpr-2014-1.yaml')
  await picture(page, 'agreement')
  expect(errors).toEqual([])
})

test('management moves a date and replaces goal 8; a faulty file is told by line', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'management', `${contract}/agreement`)
  await page.getByRole('link', { name: 'Foreslå en justering' }).click()
  await page.getByLabel('en dato').check()
  await page.getByLabel('Trin eller rapport').selectOption('step/lodging.live')
  await page.getByLabel('Aftalt frist').fill('2014-12-19')
  await page.getByRole('button', { name: 'Sæt ind i filen' }).click()
  await expect(page.getByText('fristen er flyttet fra 31. december 2014 til 19. december 2014.')).toBeVisible()

  await page.getByLabel('et andet økonomisk mål').check()
  await page.getByLabel('Mål, der erstattes').selectOption('8')
  await page.getByLabel('Det nye måls titel').fill('Udgifter pr. opslag')
  await page.getByLabel('et tal', { exact: true }).check()
  await page.getByLabel('Enhed').fill('kr.')
  await page.getByLabel('Måltal for 2014').fill('0,42')
  await page.getByRole('button', { name: 'Sæt ind i filen' }).click()
  await expect(page.getByText('Afvigelse mellem grundbudget og forbrug er erstattet af Udgifter pr. opslag.')).toBeVisible()

  // A slip in the file is told at its line while one types, and mended.
  const file = page.getByLabel('Kontraktens fil, som den skal være')
  const good = await file.inputValue()
  const line = good.split('\n').findIndex((text) => text.includes('due: 2014-12-19')) + 1
  await file.fill(good.replace('due: 2014-12-19', 'due: 2014-12-32'))
  await expect(page.getByRole('button', { name: `Linje ${String(line)}`, exact: true })).toBeVisible()
  await picture(page, 'agreement-faulty')
  await page.getByRole('button', { name: `Linje ${String(line)}`, exact: true }).click()
  await expect(file).toBeFocused()
  await page.reload()
  await expect(page.getByLabel('Kontraktens fil, som den skal være')).toHaveValue(/due: 2014-12-32/)
  await page.getByLabel('Kontraktens fil, som den skal være').fill(good)

  await page.getByRole('button', { name: 'Videre: send til godkendelse' }).click()
  await page.getByLabel('Skal gælde fra').fill('2014-10-02')
  await page.getByLabel('Begrundelse').fill('Udgiftsopfølgning 2')
  await picture(page, 'agreement-proposal-form')
  await page.getByRole('button', { name: 'Stil forslaget' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forslag 1: en justering fra 2. oktober 2014')
  await expect(page.getByRole('button', { name: /Svar for/ })).toHaveCount(0)
  expect(errors).toEqual([])
})

test('both parties approve, and the overview changes', async ({ browser }) => {
  for (const [user, act] of [
    ['management2', 'Svar for styrelsen'],
    ['department', 'Svar for departementet'],
  ] as const) {
    const page = await (await browser.newContext({ locale: 'da-DK' })).newPage()
    await login(page, user)
    await expect(page.locator('tr.goal').nth(7)).toContainText('grundbudget og forbrug')
    await page.goto(`${contract}/amendments/1`)
    await page.getByRole('button', { name: act }).click()
    await page.getByLabel('Godkend', { exact: true }).check()
    if (user === 'department') await picture(page, 'agreement-approve')
    await page.getByRole('button', { name: 'Gem godkendelsen' }).click()
    await expect(page.locator('form.writing')).toHaveCount(0)
    if (user === 'department') {
      await expect(page.getByText('aftalt af begge')).toBeVisible()
      await page.getByRole('link', { name: 'Overblik' }).click()
      await expect(page.locator('tr.goal').nth(7)).toContainText('Udgifter pr. opslag')
      await picture(page, 'agreement-overview')
      // The day before, the old goal stood there.
      await page.goto(`${contract}?asOf=2014-10-01`)
      await expect(page.locator('tr.goal').nth(7)).toContainText('grundbudget og forbrug')
      await page.goto(`${contract}/agreement/versions?from=1&to=2`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hvad er ændret fra udgave 1 til 2?')
      await picture(page, 'agreement-versions')
      await page.goto(`${contract}/agreement/versions?from=1&to=9`)
      await expect(page.getByText('Udgave 9 findes ikke; kontrakten har 2 udgaver.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Sammenlign de to nyeste udgaver' })).toBeVisible()
    }
    await page.context().close()
  }
})

test('until its day a change shows beside what holds; a refusal stays to be read', async ({ browser }) => {
  const as = async (user: 'management' | 'management2' | 'department', to: string) => {
    const page = await (await browser.newContext({ locale: 'da-DK' })).newPage()
    await login(page, user, to)
    return page
  }
  const mette = await as('management', `${contract}/amend`)
  for (const [from, reason] of [
    ['2014-11-01', 'Nyt kvartalstal'],
    ['2014-12-01', 'For sent i året'],
  ] as const) {
    await mette.goto(`${contract}/amend`)
    await mette.getByLabel('et måltal').check()
    await mette.getByLabel('Krav og år').selectOption('8-2/2014')
    await mette.getByLabel('Nyt måltal').fill('0,45')
    await mette.getByRole('button', { name: 'Sæt ind i filen' }).click()
    await expect(mette.getByText('måltallet er hævet fra 0,42 til 0,45 kr.')).toBeVisible()
    await mette.getByRole('button', { name: 'Videre: send til godkendelse' }).click()
    await mette.getByLabel('Skal gælde fra').fill(from)
    await mette.getByLabel('Begrundelse').fill(reason)
    await mette.getByRole('button', { name: 'Stil forslaget' }).click()
    await expect(mette.getByRole('heading', { level: 1 })).toContainText('Forslag')
  }
  // Nobody answers their own, by whatever address.
  await mette.goto(`${contract}/amendments/2?form=approve&on=2`)
  await expect(mette.getByText('venter på begge parter')).toBeVisible()
  await expect(mette.locator('form.writing')).toHaveCount(0)

  for (const [user, act] of [
    ['department', 'Svar for departementet'],
    ['management2', 'Svar for styrelsen'],
  ] as const) {
    const page = await as(user, `${contract}/amendments/2`)
    await page.getByRole('button', { name: act }).click()
    await page.getByLabel('Godkend', { exact: true }).check()
    await page.getByRole('button', { name: 'Gem godkendelsen' }).click()
    await expect(page.locator('form.writing')).toHaveCount(0)
    if (user === 'management2') {
      await page.goto(contract)
      await expect(page.getByRole('heading', { name: 'Udgave 3 gælder fra 1. november 2014' })).toBeVisible()
      await picture(page, 'agreement-coming')
      // The other proposal changes a version that another one has followed.
      await page.goto(`${contract}/amendments/3`)
      await expect(page.getByText('Træk det tilbage, og stil et nyt.')).toBeVisible()
      await expect(page.getByText('overhalet af en nyere udgave')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Svar for styrelsen' })).toHaveCount(0)
    }
    await page.context().close()
  }
  // It waits for its proposer alone.
  await mette.goto('/')
  const redo = mette.getByRole('listitem').filter({ hasText: 'Overhalet: stil det på ny, eller træk det tilbage' })
  await picture(mette, 'agreement-work-overtaken')
  await redo.getByRole('link', { name: 'Åbn' }).click()
  await mette.getByRole('button', { name: 'Træk forslaget tilbage' }).click()
  await mette.getByRole('textbox', { name: 'Begrundelse' }).fill('Overhalet')
  await mette.getByRole('button', { name: 'Træk forslaget tilbage' }).click()
  await expect(mette.getByText('trukket tilbage').first()).toBeVisible()
  await mette.goto(`${contract}/agreement`)
  await expect(mette.getByRole('row').filter({ hasText: 'For sent i året' })).toContainText('trukket tilbage')
  await mette.context().close()
})

for (const { locale, colorScheme, width } of [
  { locale: 'da-DK', colorScheme: 'dark', width: 360 },
  { locale: 'en-GB', colorScheme: 'light', width: 1280 },
] as const) {
  test(`axe finds nothing on the agreement's pages: ${locale}, ${colorScheme}, ${String(width)} px`, async ({ browser }) => {
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    await login(page, 'management', `${contract}/agreement`)
    for (const [name, address] of Object.entries({
      text: `${contract}/agreement`,
      versions: `${contract}/agreement/versions?from=1&to=2`,
      amend: `${contract}/amend`,
      amendment: `${contract}/amendments/3`,
    })) {
      await page.goto(address)
      await expect(page.locator('main h1')).toBeVisible()
      if (name === 'amend') {
        await page.locator('.choice input').nth(1).check()
        await page.locator('.weight-list input').first().fill('x')
      }
      await picture(page, `agreement-${name}-${locale.slice(0, 2)}-${String(width)}`)
      const found = await new AxeBuilder({ page }).analyze()
      expect
        .soft(
          found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
          name,
        )
        .toEqual([])
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
}

test('an administrator takes in a new contract from its file', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'admin', `${contract}/agreement`)
  const source = (await page.locator('pre.source').textContent()) ?? ''
  await page.goto('/new-contract')
  await expect(page.getByText('Her er endnu ingen tekst.', { exact: false })).toBeVisible()
  const file = page.getByLabel('Kontraktens fil (YAML)')
  await file.fill(source)
  await expect(page.getByText('Linje', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Fil fra din maskine').setInputFiles({
    name: 'ny.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(source.replace('\nid: cpr-2014', '\nid: cpr-2014-b').replace(/\nversion: \d+/, '\nversion: 1').split('\namendments:')[0] ?? ''),
  })
  // Next year's file takes its place, and gives it back.
  await page.getByLabel('Næste års kontrakt ud fra en, der er her').selectOption({ label: 'Resultatkontrakt for CPR-administrationen 2014' })
  await page.getByRole('button', { name: 'Skriv næste års fil' }).click()
  // One fewer once goal 8 has been replaced above.
  await expect(page.getByText(/7[45] datoer er flyttet et år\./)).toBeVisible()
  await expect(file).toHaveValue(/\nid: cpr-2015\n/)
  await expect(page.getByText('there is no target')).toHaveCount(0) // the check speaks Danish
  await page.getByText('linjer taler stadig om 2014').click()
  await expect(page.getByText('title: Fem tjenester i bølgeplanen for 2014', { exact: true })).toBeVisible()
  await picture(page, 'agreement-next-year')
  await page.getByRole('button', { name: 'Tag den forrige tekst tilbage' }).click()
  await page.getByRole('button', { name: 'Tag kontrakten i brug' }).click()
  await expect(page).toHaveURL(/\/c\/cpr-2014-b\/agreement/)
  await expect(page.getByText('Udgave 1 gælder fra 1. januar 2014.')).toBeVisible()
  await picture(page, 'agreement-new')
  expect(errors).toEqual([])
})
