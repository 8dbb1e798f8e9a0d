import { deflateSync } from 'node:zlib'
import { expect, test } from './demo'
import { collectErrors, contract, login, picture } from './support'

test.use({ story: 'evidence' })

/** A PDF of one page with a line of text, written by hand. */
function pdf(line: string): Buffer {
  const content = deflateSync(`BT /F1 24 Tf 72 700 Td (${line}) Tj ET`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString('latin1')}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const place = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${places.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${text}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1')
}

const step = 'Kampagnen er gennemført'

test('files go with a report: chosen, asked for their day, kept, and seen by the auditor', async ({ page, browser, demo }) => {
  const errors = collectErrors(page)
  await login(page, 'lead', `${contract}/goals/3`)
  const row = page.getByRole('row').filter({ hasText: step }).first()
  await row.getByRole('button', { name: /Opdatér/ }).click()
  await page.getByLabel('Bemærkning').fill('Evalueringen er skrevet.')
  const form = page.locator('form.writing')
  await form.locator('input[type="file"]').setInputFiles([
    { name: 'Evaluering.pdf', mimeType: 'application/pdf', buffer: pdf('Evaluering af kampagnen') },
    { name: 'Noter.txt', mimeType: 'text/plain', buffer: Buffer.from('Modtagere i alt: 1.204\n') },
  ])
  // The form does not go without them.
  await form.getByRole('button', { name: 'Gem' }).click()
  await expect(form.getByText('Læg filerne op, eller fjern dem, før du gemmer.')).toBeVisible()
  await form.getByRole('button', { name: 'Læg 2 filer op' }).click()
  await expect(form.getByText('Vælg den dag, som filen taler om.')).toHaveCount(2)
  await form.getByLabel('Filen taler om').first().fill('2014-09-29')
  await form.getByLabel('Filen taler om').last().fill('2014-09-30')
  await picture(page, 'files-waiting')
  await form.getByRole('button', { name: 'Læg 2 filer op' }).click()
  await expect(form.getByText('Noter.txt')).toBeVisible()
  await expect(form.getByLabel('Filen taler om')).toHaveCount(0)
  await form.getByRole('button', { name: 'Gem' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible()

  const files = page.locator('#files')
  await expect(files.getByRole('link', { name: 'Evaluering.pdf' })).toBeVisible()
  await expect(files).toContainText('taler om 29. september 2014')
  await files.getByRole('button', { name: 'Vis' }).last().click()
  await expect(files.getByRole('img', { name: 'Evaluering.pdf, side 1 af 1' })).toBeVisible()
  await picture(page, 'file-preview')
  expect(errors).toEqual([])

  // Another person, another browser: the same bytes.
  const auditor = await (await browser.newContext({ baseURL: demo.address, locale: 'da-DK' })).newPage()
  await login(auditor, 'auditor', `${contract}/goals/3`)
  const link = auditor.locator('#files').getByRole('link', { name: 'Noter.txt' })
  const [saved] = await Promise.all([auditor.waitForEvent('download'), link.click()])
  expect(saved.suggestedFilename()).toBe('Noter.txt')
  // The fact is in the log, in words.
  await auditor.goto(`${contract}/log`)
  await expect(auditor.getByText('Fil lagt op: Evaluering.pdf (taler om 29. september 2014)')).toBeVisible()
})

test('a picture is pasted, a file with a person number is refused by line', async ({ page }) => {
  await login(page, 'lead', `${contract}/goals/2`)
  const drop = page.locator('#files .file-drop')
  await expect(drop).toBeVisible()
  await drop.evaluate((place) => {
    const dot = Uint8Array.from(
      atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
      (c) => c.charCodeAt(0),
    )
    const data = new DataTransfer()
    data.items.add(new File([dot], 'skærmbillede.png', { type: 'image/png' }))
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await drop.getByLabel('Filen taler om').fill('2014-10-01')
  await drop.getByRole('button', { name: 'Læg filen op' }).click()
  const files = page.locator('#files')
  await files.getByRole('button', { name: 'Vis' }).click()
  await expect(files.getByRole('img', { name: 'skærmbillede.png' })).toBeVisible()

  const number = ['010158', '5018'].join('-')
  await drop.locator('input[type="file"]').setInputFiles({
    name: 'sager.txt', mimeType: 'text/plain', buffer: Buffer.from(`Sag 1\nSag 2: ${number}\n`),
  })
  await drop.getByLabel('Filen taler om').fill('2014-10-01')
  await drop.getByRole('button', { name: 'Læg filen op' }).click()
  await expect(drop.getByText('Linje 2 i filen indeholder et personnummer.', { exact: false })).toBeVisible()
  await picture(page, 'file-refused')
  await drop.getByRole('button', { name: 'Fjern sager.txt' }).click()
  await expect(files.getByText('sager.txt')).toHaveCount(0)
})
