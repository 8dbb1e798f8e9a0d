import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture, sendNow } from './support'

// A question goes to the one asked, is answered there, and stands on the goal's page.
test.use({ story: 'discussion' })
test.describe.configure({ mode: 'serial' })

test('the department asks the lead, by name', async ({ page }) => {
  await login(page, 'department', `${contract}/goals/2`)
  await page.getByRole('button', { name: 'Stil et spørgsmål' }).click()
  // Nobody chosen and nothing asked: told at the fields.
  await page.getByRole('button', { name: 'Stil spørgsmål', exact: true }).click()
  await expect(page.getByLabel('Til', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Til', { exact: true }).selectOption('Line Lund')
  const question = page.getByRole('textbox', { name: 'Spørgsmål' })
  await question.fill('Gælder det også borger 010170-1234?')
  await page.getByRole('button', { name: 'Stil spørgsmål', exact: true }).click()
  await expect(question).toHaveAttribute('aria-invalid', 'true')
  await question.fill('Når I idriftsættelsen den 4. oktober?')
  await picture(page, 'discussion-ask')
  await page.getByRole('button', { name: 'Stil spørgsmål', exact: true }).click()
  await sendNow(page)
  await expect(page.getByText('spørger Line Lund, afventer svar')).toBeVisible()
})

test('the lead finds it in their work, answers, and both stand in the history', async ({ page }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', '/')
  const line = page.getByRole('listitem').filter({ hasText: 'Dorte Dahl spørger' })
  await expect(line).toContainText('Når I idriftsættelsen den 4. oktober?')
  await line.getByRole('button', { name: /Svar/ }).click()
  await page.getByLabel('Svar', { exact: true }).fill('Ja, den er på plads.')
  await picture(page, 'discussion-answer')
  await page.getByRole('button', { name: 'Gem svar' }).click()
  await sendNow(page)
  await expect(line).toHaveCount(0)

  await page.goto(`${contract}/goals/2`)
  await expect(page.getByText('spørger Line Lund, besvaret')).toBeVisible()
  await expect(page.getByText('Digitalisering: svar: Ja, den er på plads.')).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await picture(page, 'discussion-goal')
  // The day before, nobody had asked.
  await page.goto(`${contract}/goals/2?asOf=2014-10-01`)
  await expect(page.getByText('Ingen har sagt noget om målet.')).toBeVisible()
  expect(errors).toEqual([])
})

test('the administrator reads and says nothing', async ({ page }) => {
  await login(page, 'admin', `${contract}/goals/2`)
  await expect(page.getByText('spørger Line Lund, besvaret')).toBeVisible()
  await expect(page.getByRole('button', { name: /kommentar|spørgsmål/ })).toHaveCount(0)
})
