import { type BrowserContext, type Page } from '@playwright/test'
import { axe } from './axe'
import { expect, test } from './demo'
import { drawn, seen } from './round'
import { contract, login, picture } from './support'

test.use({ story: 'spotcheck-offline', until: '2014-10-02' })

const address = `${contract}/goals/3/spotchecks/2014-1`
const row = (page: Page, number: number) => page.locator(`li[data-number="${number}"]`)

/** A phone of its own, which has taken the round along and lost its network. */
async function away(context: BrowserContext): Promise<Page> {
  const before = await context.newPage()
  await before.goto(address)
  await before.getByRole('button', { name: 'Tag alle 3, der mangler, med' }).click()
  await expect(before.getByText(/3 kunder ligger på denne enhed/)).toBeVisible()
  await context.setOffline(true)
  await before.close()
  return reopened(context)
}

/** The tab was closed, and is opened anew. */
async function reopened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vilkår for adgang')
  return page
}

async function write(page: Page, number: number, finding: string, note = ''): Promise<void> {
  const at = row(page, number)
  await at.getByRole('button', { name: 'Kontroller', exact: true }).click()
  await at.getByLabel(finding).check()
  if (note) {
    await at.getByLabel('alvorlig').check()
    await at.getByLabel('Hvad afvigelsen er').fill(note)
  }
  await at.getByRole('button', { name: 'Gem kontrollen' }).click()
}

test('two auditors without network review the same customer: one review stands, nothing is lost or doubled', async ({ browser, baseURL }) => {
  const phone = { baseURL: baseURL ?? '', locale: 'da-DK', timezoneId: 'Europe/Copenhagen', viewport: { width: 360, height: 800 } }
  const first = await browser.newContext(phone)
  const second = await browser.newContext(phone)
  const [desk, other] = [await first.newPage(), await second.newPage()]
  await login(desk, 'auditor')
  await login(other, 'auditor2')
  await drawn(desk, other, '2014-1', 3)
  await Promise.all([desk.close(), other.close()])

  // Both write of customers 1 and 2 without network, and close the tab.
  const one = await away(first)
  await expect(one.getByText(/Uden net siden .*Ingen kontroller venter/)).toBeVisible()
  await write(one, 1, 'overholdt')
  await write(one, 2, 'overholdt')
  let two = await away(second)
  await write(two, 1, 'afviger', 'Tre deler et brugernavn.')
  await write(two, 2, 'afviger', 'En deler sit brugernavn.')
  await write(two, 3, 'afviger', 'Borgeren 010190-1239 kunne slås op.')
  await expect(two.getByText(/3 kontroller venter på at blive sendt/)).toBeVisible()
  await axe(two, 'without network', ['light', 'dark'])
  await two.close()
  two = await reopened(second)
  await expect(row(two, 1).getByText('Tre deler et brugernavn.')).toBeVisible()
  await picture(two, 'spotcheck-offline-360')

  // The first comes back; so does the second, whose login has run out meanwhile.
  await first.setOffline(false)
  await expect(row(one, 2).getByText('venter på medunderskrift')).toBeVisible()
  const cookies = await second.cookies()
  await second.clearCookies()
  await second.setOffline(false)
  await expect(two.getByText(/Log ind igen, så bliver de sendt/)).toBeVisible()
  await second.addCookies(cookies)
  await two.getByRole('button', { name: 'Send nu' }).click()

  // Both versions are shown, and what was refused is still there, with the place named.
  await expect(two.getByText(/3 kontroller kunne ikke sendes/)).toBeVisible()
  const conflict = row(two, 1).getByRole('region', { name: 'To kontroller af nr. 1' })
  await expect(conflict.getByRole('cell', { name: 'overholdt' })).toBeVisible()
  await expect(conflict.getByRole('cell', { name: 'afviger, alvorlig, Tre deler et brugernavn.' })).toBeVisible()
  await expect(row(two, 3).getByText('Borgeren 010190-1239 kunne slås op.')).toBeVisible()
  await axe(two, 'two reviews of one customer', ['light', 'dark'])
  await picture(two, 'spotcheck-conflict-360')

  // Of one customer the first review stands and the second is a note; of the other the second goes on top.
  await conflict.getByRole('button', { name: /gem min som bemærkning/ }).click()
  await expect(row(two, 1).getByText('Én kontrol gælder ikke')).toBeVisible()
  await row(two, 2).getByRole('button', { name: 'Gem min oven på' }).click()
  await expect(row(two, 2).getByText(/Skriv, hvorfor din kontrol/)).toBeVisible()
  await row(two, 2).getByLabel('Hvorfor din kontrol skal gælde').fill('Jeg har set brugerlisten.')
  await row(two, 2).getByRole('button', { name: 'Gem min oven på' }).click()
  await expect(row(two, 2).getByText('Hvorfor den er ændret: Jeg har set brugerlisten.')).toBeVisible()
  await row(two, 3).getByRole('button', { name: 'Ret det, jeg skrev' }).click()
  await row(two, 3).getByLabel('Hvad afvigelsen er').fill('En borger kunne slås op.')
  await row(two, 3).getByRole('button', { name: 'Gem kontrollen' }).click()
  await expect(row(two, 3).getByText('venter på medunderskrift')).toBeVisible()
  const { customers } = await seen(two, '2014-1')
  expect(customers.map(({ reviews, asides }) => [reviews.map(({ body }) => body.clauses[0]?.finding), asides.length])).toEqual([
    [['kept'], 1],
    [['deviation', 'kept'], 0],
    [['deviation'], 0],
  ])

  // The first has one customer left on the device, and takes it away; the second's are all sent.
  await one.getByRole('button', { name: 'Fjern fra enheden' }).click()
  for (const page of [one, two]) await expect.poll(() => page.evaluate(left)).toEqual([0, 0, 0, 0])
  await Promise.all([first.close(), second.close()])
})

/** How much there is of workers, of the app's files, of customers and of reviews on the device. */
async function left(): Promise<number[]> {
  const count = (shelf: string) =>
    new Promise<number>((done) => {
      const opening = indexedDB.open('opfyldt')
      opening.onsuccess = () => {
        const counting = opening.result.transaction(shelf).objectStore(shelf).count()
        counting.onsuccess = () => done(counting.result)
      }
    })
  const workers = await navigator.serviceWorker.getRegistrations()
  return [workers.length, (await caches.keys()).length, await count('taken'), await count('written')]
}
