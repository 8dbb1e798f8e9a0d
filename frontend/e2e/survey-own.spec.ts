import { collectErrors, contract, login, picture } from './support'
import { axe } from './axe'
import { expect, test } from './demo'

test.use({ story: 'survey-own', until: '2014-09-15' })

const customers = ['Kunde;E-mail;Sektor', ...Array.from({ length: 40 }, (_, i) => `K${i};k${i}@kunde.example;${i < 24 ? 'Offentlig' : 'Privat'}`)]

interface Outbox {
  mails: { text: string }[]
}

test('a survey is planned, mailed, answered on a phone without a login, and closed', async ({ page, browser, baseURL }) => {
  const errors = collectErrors(page, 409)
  await login(page, 'lead', `${contract}/goals/6/survey/6`)
  await expect(page.locator('main').getByText('Der er ingen svar endnu.')).toBeVisible()
  await page.getByRole('link', { name: 'Spørg kunderne selv' }).click()
  await page.getByLabel('Navn, som kunderne ser').fill('Din mening om CPR')
  await page.getByLabel('Spørgsmål 1 på dansk').fill('Hvor tilfreds er du alt i alt?')
  await page.getByLabel('Spørgsmål 1 på engelsk').fill('How satisfied are you all in all?')
  await page.getByLabel('egne ord på dansk').fill('Hvad kan vi gøre bedre?')
  await page.getByLabel(/own words|egne ord på engelsk/).fill('What could we do better?')
  await page.reload() // a closed tab loses nothing
  await expect(page.getByLabel('Spørgsmål 1 på dansk')).toHaveValue('Hvor tilfreds er du alt i alt?')
  await page.getByLabel(/Slip kundelisten/).setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer: Buffer.from(customers.join('\n')) })
  await page.getByLabel('Hvor mange der udtrækkes').fill('20')
  await page.getByLabel('Sidste dag for svar').fill('2014-09-20')
  await picture(page, 'survey-plan')
  await page.getByRole('button', { name: 'Planlæg og træk lod' }).click()
  await expect(page.locator('main').getByText('20 kunder er udtrukket')).toBeVisible()
  await page.getByRole('button', { name: 'Send invitationerne' }).click()
  await page.getByRole('button', { name: 'Send invitationerne' }).click()
  await expect(page.locator('main').getByText('0 af 20 har svaret')).toBeVisible()

  // The administrator's outbox says that nobody gets them.
  const office = await browser.newContext()
  const admin = await office.newPage()
  await login(admin, 'admin', new URL('/admin/mails', baseURL).href)
  await expect(admin.getByText('20 venter, 0 er sendt')).toBeVisible()
  await picture(admin, 'survey-mails')
  const outbox = (await (await admin.request.get(new URL('/api/v1/admin/mails', baseURL).href)).json()) as Outbox
  await office.close()
  const links = outbox.mails.map(({ text }) => /http\S+/.exec(text)?.[0] ?? '')

  // On a phone, in English, without a login; the network fails once, and nothing is lost.
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' })
  const hand = await phone.newPage()
  await hand.goto(links[0] ?? '')
  await expect(hand.getByRole('heading', { name: 'Din mening om CPR' })).toBeVisible()
  await hand.getByLabel('satisfied', { exact: true }).check()
  await hand.getByLabel('What could we do better?').fill('Answer the phone sooner.')
  await phone.setOffline(true)
  await hand.getByRole('button', { name: 'Send answer' }).click()
  await expect(hand.getByText('There is no connection.')).toBeVisible()
  await picture(hand, 'survey-answer-360')
  await axe(hand, 'answer, en', ['light', 'dark'])
  await phone.setOffline(false)
  await hand.reload()
  await expect(hand.getByLabel('What could we do better?')).toHaveValue('Answer the phone sooner.')
  expect(await hand.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await hand.getByRole('button', { name: 'Send answer' }).click()
  await expect(hand.getByRole('heading', { name: 'Thank you for your answer' })).toBeVisible()
  await hand.reload()
  await expect(hand.getByRole('heading', { name: 'Thank you for your answer' })).toBeVisible()
  for (const [i, link] of links.slice(1, 10).entries()) {
    const token = link.split('#')[1] ?? ''
    const body = { contract: 'cpr-2014', token, reply: { answers: { q1: i < 7 ? '4' : '0' } } }
    expect((await phone.request.post(new URL('/api/v1/answers', baseURL).href, { data: body })).status()).toBe(200)
  }
  await phone.close()

  // Eight of ten are satisfied: 80 %.
  await page.reload()
  await expect(page.locator('main').getByText('10 af 20 har svaret')).toBeVisible()
  await picture(page, 'survey-run')
  await page.getByRole('button', { name: 'Luk undersøgelsen' }).click()
  await page.getByRole('button', { name: 'Luk undersøgelsen' }).click()
  await expect(page.locator('main .sub').getByText('80 % af de 10, der svarede')).toBeVisible()
  await expect(page.locator('main .sub').getByText('Det holder målet.')).toBeVisible()
  await picture(page, 'survey-own-result')
  expect(errors).toEqual([])
})
