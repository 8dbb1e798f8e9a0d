import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { contract, login, picture } from './support'

const pages = {
  overview: contract,
  'goal-plan': `${contract}/goals/2`,
  'goal-months': `${contract}/goals/5`,
  'goal-money': `${contract}/goals/8`,
  form: `${contract}/goals/2?form=update&on=attestation.live`,
  'form-result': `${contract}/goals/5?form=result&on=5b/2014-09`,
  explanation: `${contract}?explain=total`,
  past: `${contract}?asOf=2014-06-30`,
  'what-if': `${contract}/what-if?set=${encodeURIComponent('["figure:4=95"]')}`,
  'last-safe-days': `${contract}/last-safe-days`,
  compare: `${contract}/compare?left=2014-06-30&right=now`,
  log: `${contract}/log`,
  agreement: `${contract}/agreement`,
}

// Every pair of language, colours and width, on every page.
const settings = [
  { locale: 'da-DK', colorScheme: 'light', width: 1280 },
  { locale: 'da-DK', colorScheme: 'dark', width: 360 },
  { locale: 'en-GB', colorScheme: 'light', width: 360 },
  { locale: 'en-GB', colorScheme: 'dark', width: 1280 },
] as const

for (const { locale, colorScheme, width } of settings) {
  test(`axe finds nothing: ${locale}, ${colorScheme}, ${width} px`, async ({ browser }) => {
    test.setTimeout(180_000)
    const context = await browser.newContext({ locale, colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(contract)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations, 'login').toEqual([])
    await login(page, 'lead')
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address)
      await expect(page.locator('main h1')).toBeVisible()
      await expect(page.getByRole('slider')).toBeVisible()
      await picture(page, `${name}-${locale.slice(0, 2)}-${colorScheme}-${width}`)
      const found = await new AxeBuilder({ page }).analyze()
      expect
        .soft(
          found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
          `${name} at ${width}`,
        )
        .toEqual([])
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect.soft(sideways, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    }
    await context.close()
  })
}

test('pages print on A4', async ({ page }) => {
  await login(page, 'lead')
  for (const name of ['overview', 'goal-plan'] as const) {
    await page.goto(pages[name])
    await expect(page.getByRole('slider')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 990 })
    await expect(page.locator('.menu')).toBeHidden()
    await expect(page.locator('.acts-cell, .acts').first()).toBeHidden()
    await picture(page, `print-${name}`)
    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1280, height: 900 })
  }
})
