import { collectErrors, contract, login, picture } from './support'
import { expect, test } from './demo'

test.use({ story: 'cases-verify', until: '2014-10-02' })

test('an auditor holds a subsample of the cases against their files', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'auditor', `${contract}/goals/4?form=verify&on=4`)
  await page.getByLabel('Det passer').check()
  await expect(page.getByLabel('Eller: hvorfor godtager du resultatet uden stikprøve?')).toBeVisible()
  await page.getByRole('link', { name: 'Hold en stikprøve af sagerne mod akterne' }).click()
  await expect(page.getByRole('heading', { name: 'Stikprøve af sagerne bag resultatet' })).toBeVisible()
  // 341 cases, of which 18 (5 %) may not differ: 51 are looked at.
  await expect(page.getByText('51 af de 341 sager', { exact: false })).toBeVisible()
  const rows = page.getByRole('table', { name: 'Stikprøve af sagerne bag resultatet' }).locator('tbody tr')
  await expect(rows).toHaveCount(51)
  for (const column of ['Modtaget', 'Afsluttet', 'Sagstype', 'Udfald', 'Standsninger', 'Sidste rettidige dag']) {
    await expect(page.getByRole('columnheader', { name: column, exact: true })).toBeVisible()
  }
  for (let row = 0; row < 51; row++) await rows.nth(row).getByLabel('Som i akten').check()
  await rows.nth(3).getByLabel('Afviger').check()
  await rows.nth(3).getByLabel('Hvordan afviger den?').fill('Afgjort dagen efter, stadig i tide.')
  await picture(page, 'cases-sample')
  const form = page.locator('form').filter({ has: page.getByText('Verificér ved stikprøven') })
  await form.getByLabel('Det passer').check()
  await form.getByLabel('Bemærkning').fill('Én dags forskel ændrer ikke andelen.')
  await form.getByRole('button', { name: 'Godkend' }).click()
  await page.getByRole('button', { name: 'Send nu' }).click()
  await expect(page.getByText('51 af 341 sager holdt mod akterne, 1 afveg', { exact: false }).first()).toBeVisible()
  await page.goto(`${contract}/goals/4/cases/4/sample?subject=4`)
  await expect(page.getByText('Afviger: Afgjort dagen efter, stadig i tide.')).toBeVisible()
  await picture(page, 'cases-sample-found')
  expect(errors).toEqual([])
})
