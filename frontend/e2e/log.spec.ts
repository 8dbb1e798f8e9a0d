import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'log' })

test('the log is narrowed, ordered and shared by its address', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'department', `${contract}/log`)
  await expect(page.locator('.list-count')).toContainText(/^\s*\d+ registreringer/)
  await page.getByLabel('Slags').selectOption({ label: 'verificering af trin' })
  await page.getByLabel('Registreret af').selectOption({ label: 'Birthe Bang' })
  await expect(page).toHaveURL(/kind=milestone.verification.*person=auditor2/)
  const rows = page.locator('.log-table tbody tr')
  await expect(rows.filter({ hasNotText: 'Birthe Bang' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Birthe Bang' })).not.toHaveCount(0)
  const few = await rows.count()

  // The same address shows the same to somebody else.
  await page.reload()
  await expect(page.getByLabel('Registreret af')).toHaveValue('auditor2')
  await expect(rows).toHaveCount(few)
  await page.getByRole('link', { name: 'Vis alle', exact: true }).click()
  await expect(page.getByLabel('Registreret af')).toHaveValue('')

  // By the name of a step that facts tell by its id alone; a correction points to what it supersedes.
  await page.getByLabel('Ord i registreringen').fill('udkast til planen')
  await expect(page).toHaveURL(/text=udkast/)
  await expect(rows.first()).toContainText('Udkast til planen')
  await rows.getByRole('link', { name: /^afløser nr\./ }).first().click()
  await expect(page).toHaveURL(/\/facts\//)
  await page.goBack()

  await page.getByRole('link', { name: 'Dag, det gælder' }).click()
  await expect(page.getByRole('columnheader', { name: 'Dag, det gælder' })).toHaveAttribute('aria-sort', 'ascending')
  await picture(page, 'log-filtered')
  await page.getByLabel('Ord i registreringen').fill('findes ikke')
  await expect(page.getByText('Ingen registreringer passer', { exact: false })).toBeVisible()
  expect(errors).toEqual([])
})

test('pages of the log stay where they are', async ({ page }) => {
  await login(page, 'auditor', `${contract}/log`)
  const first = await page.locator('.log-table tbody tr').last().locator('td').first().innerText()
  await page.getByRole('link', { name: 'Næste 50' }).click()
  await expect(page).toHaveURL(new RegExp(`after=${first}`))
  await expect(page.locator('.log-table tbody tr').first().locator('td').first()).toHaveText(String(Number(first) - 1))
  await page.getByRole('link', { name: 'Til begyndelsen' }).click()
  await expect(page).not.toHaveURL(/after/)
})
