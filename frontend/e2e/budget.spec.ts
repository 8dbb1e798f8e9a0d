import { collectErrors, contract, login, picture } from './support'
import { expect, test } from './demo'

// Before the story's own budget is settled; its events end where the lead settles another.
test.use({ story: 'budget', until: '2014-01-01' })

const months = 'Januar;Februar;Marts;April;Maj;Juni;Juli;August;September;Oktober;November;December'
const twelve = (amount: string) => Array.from({ length: 12 }, () => amount).join(';')
const base = `Linje;Navn;${months}\n10;Løn;${twelve('4.000.000')}\n20;Drift;${twelve('2.500.000,50')}\n`

/** Wages as budgeted, running costs 60,000 kr. above each month. */
function postings(last: string): string {
  const rows = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].flatMap((month) => [
    `L${month};28-${month}-2014;10;Løn;4.000.000`,
    `D${month};15-${month}-2014;20;Drift og vedligeholdelse;${month === '09' ? last : '2.560.000,50'}`,
  ])
  return `Bilag;Dato;Linje;Tekst;Beløb\n${rows.join('\n')}\n`
}

test('a budget and postings from files become the goal’s deviation, by line and posting', async ({ page, demo }) => {
  const errors = collectErrors(page)
  const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await login(page, 'lead', `${contract}/goals/8`)
  await page.getByRole('link', { name: 'Se budget, forbrug og posteringer' }).click()
  await page.getByRole('link', { name: 'Indlæs grundbudgettet' }).click()
  await page.getByLabel(/Filen fra økonomisystemet/).setInputFiles(file('grundbudget.csv', base))
  await expect(page.getByText('2 linjer, 78.000.006 kr. for hele året.')).toBeVisible()
  await page.getByRole('button', { name: 'Skriv det' }).click()
  await expect(page.getByRole('link', { name: 'Indlæs posteringer' })).toBeVisible()

  // No page may ask for news of a server that is away.
  await page.goto('about:blank')
  await demo.turnTo('2014-10-02')
  await page.context().clearCookies()
  await login(page, 'lead', `${contract}/goals/8/budget/8`)
  await page.getByRole('link', { name: 'Indlæs posteringer' }).click()
  await page.getByLabel(/Filen fra økonomisystemet/).setInputFiles(file('fejl.csv', postings('i går')))
  await expect(page.getByRole('rowheader', { name: 'E19' })).toBeVisible()
  await picture(page, 'budget-faults')
  await page.getByLabel(/Filen fra økonomisystemet/).setInputFiles(file('posteringer.csv', postings('2.560.000,50')))
  await expect(page.getByText('18 nye, 0 ændrede, 0 uændrede og 0, der mangler i filen.')).toBeVisible()
  await page.getByLabel('Bemærkning').fill('Udtræk efter 3. kvartal')
  await picture(page, 'budget-import')
  await page.getByRole('button', { name: 'Skriv det' }).click()

  // 9 × 60,000 = 540,000 of 58,500,004.50 kr. is 0.92 %.
  await expect(page.getByText('58.500.004,50 kr.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Forklar Drift' }).click()
  await page.getByLabel('Forklar Drift').fill('Dyrere drift af det gamle system')
  await page.getByRole('button', { name: 'Gem forklaringen' }).click()
  await expect(page.getByText('Dyrere drift af det gamle system')).toBeVisible()
  await page.getByLabel('Linje').selectOption('20')
  await expect(page.getByText('9 posteringer, i alt 23.040.004,50 kr.')).toBeVisible()
  await page.getByRole('button', { name: 'D09', exact: true }).click()
  await page.getByRole('button', { name: 'Hent beviset' }).click()
  await expect(page.getByText('under faktum', { exact: false })).toBeVisible()
  await picture(page, 'budget-page')

  // The department reads it in English on a phone.
  await page.context().clearCookies()
  await page.setViewportSize({ width: 360, height: 740 })
  await login(page, 'department', `${contract}/goals/8/budget/8`)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByText('59,040,004.50 kr. spent of a base budget of 58,500,004.50 kr.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Take postings in' })).toHaveCount(0)
  await picture(page, 'budget-narrow')
  expect(errors).toEqual([])
})
