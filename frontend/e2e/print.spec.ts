import { expect, test } from '@playwright/test'
import { contract, login } from './support'

// A4 with our margins: 182 mm.
const paper = 688

for (const [from, width] of [
  ['a wide screen', 1280],
  ['a phone', 360],
] as const) {
  test(`the year and the plan are whole on paper, printed from ${from}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await login(page, 'lead')
    for (const address of [contract, `${contract}/goals/3`, `${contract}?asOf=2014-06-30`]) {
      await page.goto(address)
      await expect(page.locator('main h1')).toBeVisible()
      await expect(page.getByRole('slider')).toBeVisible()
      // The browser prints on a page of its own width, and tells only of the medium.
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: paper, height: 990 })
      for (const drawing of await page.locator('.year-draw svg, .gantt > svg').all()) {
        await expect(drawing).toHaveAttribute('viewBox', new RegExp(`^0 0 ${paper} `))
        const box = await drawing.boundingBox()
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(paper)
      }
      // A line has no area to be seen by, so its figure stands for it.
      await expect(page.locator('.year-draw text.strong')).toBeVisible()
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize({ width, height: 900 })
    }
  })
}
