import { expect, test } from '@playwright/test'
import { contract, login, picture } from './support'

test('a server that has stopped loses nobody the app', async ({ page }) => {
  await login(page, 'department', `${contract}/goals/2`)
  await page.route('**/*', (route) => route.abort())
  await page.getByRole('link', { name: 'Kontrakt', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Serveren svarer ikke')
  await expect(page.getByRole('link', { name: 'Overblik', exact: true })).toBeVisible()
  await expect(page.getByRole('slider')).toBeVisible()
  await picture(page, 'stopped')
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Serveren svarer ikke')
  // Back again: the same page, whole.
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Resultatkontrakt')
})

test('the standing comes early on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await login(page, 'lead')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(page.getByRole('slider')).toBeVisible()
  expect((await heading.boundingBox())?.y).toBeLessThan(360)
  for (const address of [contract, `${contract}/goals/3`]) {
    await page.goto(address)
    await expect(page.getByRole('slider')).toBeVisible()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main a, main button, main summary, header a, header button')]
        .filter((element) => element.offsetParent !== null && !element.closest('.sr-only'))
        .filter((element) => element.getBoundingClientRect().height < 24)
        .map((element) => element.innerText),
    )
    expect.soft(small, address).toEqual([])
  }
})
