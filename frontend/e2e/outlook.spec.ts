import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'outlook' })

test('what if: results set by hand, shared by the address, nothing written', async ({ page, browser }) => {
  const errors = collectErrors(page, 422)
  await login(page, 'department')
  await page.getByRole('link', { name: 'Hvad nu hvis?' }).click()
  const totals = page.locator('.both-figure')
  await expect(totals).toHaveText(['31,25–87,5', '31,25–87,5'])
  // 95 % is the bound: goal 4 is kept, 12.5 points are sure.
  await page.getByLabel('Klager over kommunale afgørelser om bopælsregistrering').fill('95')
  await expect(totals).toHaveText(['31,25–87,5', '43,75–87,5'])
  // One service late: goal 2 is half at most, 6.25 points are gone.
  await page.getByLabel(/attestation af oplysninger fra CPR: Idriftsat/).selectOption('late')
  await expect(totals).toHaveText(['31,25–87,5', '43,75–81,25'])
  await expect(page.getByText('2 valg: +12,5 på det sikre, −6,25 på det højst mulige.')).toBeVisible()
  await expect(page.getByText(/Måltallet for 2014 er mindst 95/)).toBeVisible()
  await page.getByLabel('Klager over kommunale afgørelser om bopælsregistrering').fill('mange')
  await expect(page.getByText('Skriv et tal, for eksempel 96,2.')).toBeVisible()
  // Out of range: it stays in its field with the reason, the rest is reckoned, the address keeps it.
  const share = page.getByLabel('Klager over kommunale afgørelser om bopælsregistrering')
  await share.fill('150')
  await expect(share).toHaveAttribute('aria-invalid', 'true')
  await expect(totals).toHaveText(['31,25–87,5', '31,25–81,25'])
  await page.reload()
  await expect(share).toHaveValue('150')
  await expect(page.getByRole('alert')).toBeVisible()
  await picture(page, 'what-if-refused')
  await page.getByLabel('Klager over kommunale afgørelser om bopælsregistrering').fill('95')
  await expect(totals).toHaveText(['31,25–87,5', '43,75–81,25'])
  await picture(page, 'what-if')

  const other = await (await browser.newContext({ viewport: { width: 360, height: 800 }, locale: 'en-GB' })).newPage()
  await login(other, 'lead', page.url().replace(/^https?:\/\/[^/]+/, ''))
  await expect(other.locator('.both-figure')).toHaveText(['31.25–87.5', '43.75–81.25'])
  await picture(other, 'what-if-360')
  await other.context().close()

  await page.getByRole('button', { name: 'Nulstil' }).click()
  await expect(totals).toHaveText(['31,25–87,5', '31,25–87,5'])
  await page.goto(contract)
  await expect(page.locator('.total-figure a').first()).toHaveText('31,25')
  expect(errors).toEqual([])
})

test('last safe days, and the plan by keyboard', async ({ page }) => {
  await login(page, 'lead')
  await page.getByRole('link', { name: 'Sidste sikre dage' }).click()
  const rows = page.locator('.safe-days').first().locator('tbody tr')
  await expect(rows.first()).toContainText('31. december')
  await expect(page.getByText('Derefter højst 50 i stedet for 100: 6,25 point.').first()).toBeVisible()
  await expect(page.getByText('Afgør ikke graden, og intet afgørende venter på det.').first()).toBeVisible()
  await picture(page, 'last-safe-days')

  await page.goto(`${contract}/goals/2`)
  await expect(page.getByText('sikker til 31. december; derefter tabes 6,25 point').first()).toBeVisible()
  const marks = page.locator('.gantt-mark')
  await marks.first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(page.locator('.gantt-mark:focus')).toHaveAttribute('aria-label', /attestation.*Idriftsat: åben.*flyttet fra 29\. august 2014 til 4\. oktober 2014, sidste sikre dag 31\. december 2014/)
  await expect(page.locator('.gantt-words')).toContainText('Idriftsat: åben')
  await page.keyboard.press('Enter')
  await expect(page.locator('tr:focus')).toContainText('Idriftsat')
  await picture(page, 'gantt')
  await page.setViewportSize({ width: 360, height: 800 })
  await picture(page, 'gantt-360')
})

test('two days beside each other, and the versions', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'auditor')
  await page.getByRole('link', { name: 'Sammenlign' }).click()
  await page.getByLabel('Dag: Fra').fill('2014-06-30')
  await expect(page).toHaveURL(/left=2014-06-30/)
  await expect(page.getByText('Det samlede er 31,25–87,5 (2. oktober 2014) mod 6,25–100 (30. juni 2014).')).toBeVisible()
  await expect(page.getByRole('row', { name: /^6 Kundetilfredshed/ })).toContainText('grad 0–100 → 0')
  await expect(page.getByRole('heading', { name: 'Meldt imellem' })).toBeVisible()
  await expect(page.locator('.facts a').first()).toHaveText(/^nr\. \d+$/)
  await picture(page, 'compare')
  await page.getByRole('button', { name: 'Byt om' }).click()
  await expect(page.getByText('Det samlede er 6,25–100 (30. juni 2014) mod 31,25–87,5 (2. oktober 2014).')).toBeVisible()
  await page.goto(`${contract}/compare?left=v1&right=now`)
  await expect(page.getByText('Intet mål er ændret.')).toBeVisible()
  expect(errors).toEqual([])
})

test('a day to come is compared as it is known today, and that is said', async ({ page }) => {
  await login(page, 'department', `${contract}/compare?left=2014-06-30&right=2014-12-31`)
  await expect(page.getByText('Den valgte dag er ikke kommet endnu.')).toBeVisible()
})

test('what waits is always of today, and that is said', async ({ page }) => {
  await login(page, 'lead', '/?asOf=2014-06-30')
  await expect(page.getByText('Det, der venter på dig, vises altid, som det er i dag.')).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
})

test('the year’s picture opens a day and can be taken along', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'management')
  const plot = page.getByRole('region', { name: 'Hvor fører året hen?' })
  const drawing = plot.getByRole('img')
  await expect(drawing).toBeVisible()
  for (const [kind, ending] of [['SVG', '.svg'], ['PNG', '.png'], ['CSV', '.csv']] as const) {
    const download = page.waitForEvent('download')
    await plot.getByRole('button', { name: new RegExp(kind) }).click()
    expect((await download).suggestedFilename()).toBe(`cpr-2014-2014-10-02${ending}`)
  }
  await plot.getByText('Vis som tabel').click()
  await plot.getByRole('link', { name: '24. juni 2014' }).click()
  await expect(page).toHaveURL(/asOf=2014-06-24/)
  await expect(page.getByText('Du ser tilbage', { exact: false })).toBeVisible()
  await page.goto(contract)
  await drawing.scrollIntoViewIfNeeded()
  const box = await drawing.boundingBox()
  if (!box) throw new Error('the year is not drawn')
  // A third of the way along the axis is the end of April.
  await page.mouse.move(box.x + 34 + (box.width - 46) / 4, box.y + box.height / 2)
  await page.mouse.move(box.x + 34 + (box.width - 46) / 3, box.y + box.height / 2)
  await picture(page, 'year-pointed')
  await page.mouse.down()
  await page.mouse.up()
  await expect(page).toHaveURL(/asOf=2014-0(4-29|4-30|5-01|5-02)/)
  expect(errors).toEqual([])
})

test('the pages that look ahead look back too, and nothing is written in the past', async ({ page }) => {
  await login(page, 'lead')
  for (const path of ['/what-if', '/last-safe-days', '/compare', '/log', '/agreement']) {
    await page.goto(`${contract}${path}?asOf=2014-06-30`)
    await expect(page.getByText('Du ser tilbage', { exact: false })).toBeVisible()
    await expect(page.locator('main h1')).toBeVisible()
  }
  await page.goto(`${contract}/what-if?asOf=2014-06-30`)
  await expect(page.locator('.both-figure').first()).toHaveText('6,25–100')
  const answer = await page.request.post(`/api/v1${contract.replace('/c/', '/contracts/')}/steps/plan.draft/updates?asOf=2014-06-30`, {
    data: { id: '01900000-0000-7000-8000-000000000009', day: '2014-06-30', status: 'started' },
  })
  expect(answer.status()).toBe(422)
})
