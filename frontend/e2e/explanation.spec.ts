import { expect, test } from '@playwright/test'
import { contract, login, picture } from './support'

for (const [width, address] of [
  [1280, contract],
  [1280, `${contract}/goals/3`],
  [1000, contract],
  [360, contract],
] as const) {
  test(`an explanation opens without moving what was clicked: ${address} at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await login(page, 'department', address)
    const figure = page.locator('main [data-figure]').last()
    // Near the sheet's place, where a page that moves would hide it.
    await figure.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    const before = await figure.boundingBox()
    await figure.click()
    const panel = page.getByRole('complementary', { name: 'Forklaring' })
    await expect(panel.locator('.rule')).toBeVisible()
    await expect(panel).toBeFocused()
    await expect(panel.getByRole('button', { name: 'Luk' })).toBeInViewport()
    const after = await figure.boundingBox()
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2)
    await picture(page, `explanation-${address.length}-${width}`)
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(figure).toBeFocused()
    expect(Math.abs(((await figure.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2)
  })
}
