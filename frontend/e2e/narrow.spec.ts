import { expect, test } from '@playwright/test'
import { contract, login } from './support'

test('no page scrolls sideways at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await login(page, 'lead')
  for (const part of ['', ...[1, 2, 3, 4, 5, 6, 7, 8].map((goal) => `/goals/${goal}`), '/log', '/agreement']) {
    await page.goto(`${contract}${part}`)
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.getByRole('slider')).toBeVisible()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect.soft(sideways, part).toBeLessThanOrEqual(0)
  }
})
