// Measures the page app in the browser, against the built binary on localhost:
// what `make bench` prints beside the service's own figures. Medians of rounds.
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const rounds = 5
const steps = 1000
const contract = 'cpr-2014'
const binary = process.env.BINARY ?? resolve(import.meta.dirname, '../../bin/opfyldt')
const folder = await mkdtemp(join(tmpdir(), 'opfyldt-'))
const server = spawn(binary, ['demo', '--until', '2014-10-02', '--listen', '127.0.0.1:0', '--data', join(folder, 'data')])
const ended = new Promise((done) => server.once('exit', done))

try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  const baseURL = await address()
  const storageState = await session(browser, baseURL)
  const open = async () => (await browser.newContext({ baseURL, storageState, locale: 'da-DK' })).newPage()
  const rows = []

  rows.push(['overview interactive, nothing cached', median(await several(() => cold(open))), 1000, 'ms'])
  const page = await open()
  for (const [name, from, to] of [
    ['overview to goal 2', `/c/${contract}`, `/c/${contract}/goals/2`],
    ['overview to the log', `/c/${contract}`, `/c/${contract}/log`],
    ['goal 2 to the overview', `/c/${contract}/goals/2`, `/c/${contract}`],
  ]) {
    rows.push([`route change, ${name}`, median(await several(() => change(page, from, to))), 100, 'ms'])
  }
  await plan(page)
  rows.push([`longest block while typing, ${steps} steps on the page`, median(await several(() => typing(page))), 50, 'ms'])
  print(rows)
  await browser.close()
} finally {
  server.kill()
  await ended
  await rm(folder, { recursive: true, force: true })
}

function address() {
  return new Promise((found, failed) => {
    let said = ''
    const listen = (chunk) => {
      said += chunk
      const match = /ready at (http:\S+)/.exec(said)
      if (match) found(match[1])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    void ended.then(() => failed(new Error(`the demo did not start: ${said}`)))
  })
}

async function session(browser, baseURL) {
  const page = await browser.newPage({ baseURL, locale: 'da-DK' })
  await page.goto('/')
  await page.getByRole('link', { name: 'Log ind' }).click()
  await page.locator('button[value="lead"]').click()
  await page.locator('main h1').waitFor()
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

/** From asking for the page to the year line that answers to the hand. */
async function cold(open) {
  const page = await open()
  await page.goto(`/c/${contract}`, { waitUntil: 'commit' })
  const ready = await page.waitForFunction(
    () => document.querySelectorAll('tr.goal').length === 8 && document.querySelector('[role=slider]') && performance.now(),
    undefined,
    { polling: 'raf' },
  )
  const ms = await ready.jsonValue()
  await page.context().close()
  return ms
}

/** From the click to the other page's heading, the pointer having come to the link as a hand does. */
async function change(page, from, to) {
  await page.goto(from)
  const link = page.locator(`a[href="${to}"]:visible`).first()
  await link.hover()
  await page.waitForLoadState('networkidle')
  return page.evaluate(
    (path) =>
      new Promise((done) => {
        const before = document.querySelector('main h1')
        const began = performance.now()
        const look = () => {
          const now = document.querySelector('main h1')
          if (now && now !== before && location.pathname === path) requestAnimationFrame(() => done(performance.now() - began))
          else requestAnimationFrame(look)
        }
        for (const one of document.querySelectorAll(`a[href="${path}"]`)) if (one.checkVisibility()) return one.click(), look()
      }),
    to,
  )
}

/** Adds working steps until the plan of goal 7 has a thousand. */
async function plan(page) {
  await page.goto(`/c/${contract}/goals/7`)
  await page.locator('main h1').waitFor()
  const refused = await page.evaluate(
    async ([id, count]) => {
      const hex = (n, length) => n.toString(16).padStart(length, '0')
      for (let n = 0; n < count; n++) {
        const time = hex(Date.now(), 12)
        const response = await fetch(`/api/v1/contracts/${id}/items/web-client/steps`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(n, 12)}`,
            day: '2014-10-02', title: `Arbejdstrin ${n}`, planned: '2014-12-01', owner: 'Line Lund',
          }),
        })
        if (!response.ok) return response.text()
      }
      return ''
    },
    [contract, steps - 5],
  )
  if (refused !== '') throw new Error(`a step was refused: ${refused}`)
}

/** The longest task of the page's thread while somebody types into a form among the steps. */
async function typing(page) {
  await page.goto(`/c/${contract}/goals/7?form=update&on=web-client.pilot`)
  const note = page.getByLabel('Bemærkning')
  await note.waitFor()
  await page.waitForLoadState('networkidle')
  await note.click()
  const browser = page.context().browser()
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'devtools.timeline'] })
  await page.keyboard.type('Fire kommuner har prøvet det.', { delay: 40 })
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const typed = traceEvents.find(({ name, args }) => name === 'EventDispatch' && args.data.type === 'input')
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && pid === typed.pid && tid === typed.tid)
  return Math.max(...tasks.map(({ dur }) => dur ?? 0)) / 1000
}

async function several(measure) {
  const all = []
  for (let round = 0; round < rounds; round++) all.push(await measure())
  return all
}

function median(all) {
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)]
}

function print(rows) {
  const width = Math.max(...rows.map(([work]) => work.length))
  console.log(`\n${'in the browser'.padStart(width)}      ours  goal`)
  for (const [work, ours, goal, unit] of rows) {
    console.log(`${work.padStart(width)}  ${ours.toFixed(1).padStart(8)}  ≤ ${goal} ${unit}  ${ours <= goal ? 'reached' : 'FALLS SHORT'}`)
  }
}
