import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { contract, login } from './support'

// The pages around the contract's own, and those that are not there.
const pages = {
  work: '/',
  contracts: '/contracts',
  tokens: '/tokens',
  statement: '/accessibility',
  versions: `${contract}/agreement/versions`,
  'plan-file': `${contract}/plan-file`,
  'no such goal': `${contract}/goals/99`,
  'no such contract': '/c/nowhere',
  'no such page': '/nowhere',
  'a day ahead': `${contract}?asOf=2031-01-01`,
}

for (const [locale, colorScheme] of [['da-DK', 'light'], ['en-GB', 'dark']] as const) {
  test(`axe finds nothing around the contract: ${locale}, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const context = await browser.newContext({ locale, colorScheme })
    const page = await context.newPage()
    await login(page, 'lead')
    for (const [name, address] of Object.entries(pages)) {
      await page.goto(address)
      await expect(page.locator('main h1')).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect
        .soft(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`), name)
        .toEqual([])
    }
    await context.close()
  })
}
