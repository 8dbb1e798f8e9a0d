import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { workerOf } from '../scripts/shell.mjs'

const code = readFileSync('worker/worker.js', 'utf8')
const origin = 'https://opfyldt.example'

const build = (name: string) => ({
  manifest: {
    'index.html': { file: `assets/index-${name}.js` },
    'src/features/spotcheck/components/RoundPage.tsx': { file: `assets/Round-${name}.js`, imports: ['index.html'] },
    'src/catalogue/da.json': { file: 'assets/da.js' },
    'src/catalogue/en.json': { file: 'assets/en.js' },
  },
  index: `page of ${name}`,
})

interface Asked { request: { url: string; method: string; mode: string }; answer?: Promise<string> }

/** A browser with its caches and its network, in which builds follow one another. */
function browser() {
  const caches = new Map<string, Map<string, string>>()
  let served = ''
  let up = true
  let handlers: Record<string, (event: unknown) => void> = {}
  const fetch = (request: string | { url: string }) => {
    const path = (typeof request === 'string' ? request : request.url).replace(origin, '')
    return up ? Promise.resolve(path === '/' || path.startsWith('/c/') ? `page of ${served}` : `${path} of ${served}`) : Promise.reject(new TypeError('no network'))
  }
  const open = (name: string) => {
    const cache = caches.get(name) ?? new Map<string, string>()
    caches.set(name, cache)
    return Promise.resolve({
      addAll: (all: { url: string }[]) => Promise.all(all.map(async ({ url }) => cache.set(url, await fetch(url)))),
      match: (path: string) => Promise.resolve(cache.get(path)),
    })
  }
  class Request { constructor(readonly url: string) {} }
  async function run(event: string) {
    const waits: Promise<unknown>[] = []
    handlers[event]?.({ waitUntil: (all: Promise<unknown>) => waits.push(all) })
    await Promise.all(waits)
  }
  return {
    caches,
    deploy: (name: string) => { served = name },
    network: (there: boolean) => { up = there },
    install: async (name: string) => {
      const { manifest, index } = build(name)
      handlers = {}
      const self = {
        location: { origin }, skipWaiting: () => Promise.resolve(), clients: { claim: () => Promise.resolve() },
        addEventListener: (event: string, handle: (event: unknown) => void) => { handlers[event] = handle },
      }
      runInNewContext(workerOf(manifest, index, code), { self, fetch, Request, URL, caches: { open, keys: () => Promise.resolve([...caches.keys()]), delete: (one: string) => Promise.resolve(caches.delete(one)) } })
      await run('install')
      await run('activate')
    },
    ask: async (path: string, mode = 'no-cors', method = 'GET') => {
      const asked: Asked = { request: { url: origin + path, method, mode } }
      handlers.fetch?.({ ...asked, respondWith: (answer: Promise<string>) => { asked.answer = answer } })
      return asked.answer
    },
  }
}

it('shows the new build at once, and the old one only where nobody answers and no newer is kept', async () => {
  const page = browser()
  page.deploy('one')
  await page.install('one')
  expect(await page.ask('/c/cpr-2014', 'navigate')).toBe('page of one')
  page.deploy('two')
  expect(await page.ask('/c/cpr-2014', 'navigate')).toBe('page of two')
  await page.install('two')
  page.network(false)
  expect(await page.ask('/c/cpr-2014', 'navigate')).toBe('page of two')
  expect(await page.ask('/assets/index-two.js')).toBe('/assets/index-two.js of two')
  expect(page.caches.size).toBe(1)
})

it('has another version for each build, of its files or of its page alone', () => {
  const { manifest, index } = build('one')
  const first = workerOf(manifest, index, code)
  expect(workerOf(build('two').manifest, index, code)).not.toBe(first)
  expect(workerOf(manifest, `${index} changed`, code)).not.toBe(first)
  expect(workerOf(manifest, index, code)).toBe(first)
})

it('leaves the API, logins, customers’ links, files it does not know and everything that writes to the network', async () => {
  const page = browser()
  page.deploy('one')
  await page.install('one')
  for (const [path, mode, method] of [
    ['/api/v1/session', 'cors', 'GET'], ['/auth/login', 'navigate', 'GET'], ['/hearing/cpr-2014', 'navigate', 'GET'],
    ['/assets/other.js', 'no-cors', 'GET'], ['/c/cpr-2014', 'navigate', 'POST'],
  ] as const) {
    expect(await page.ask(path, mode, method), path).toBeUndefined()
  }
  expect([...page.caches.values()].flatMap((cache) => [...cache.keys()])).toEqual([
    '/assets/Round-one.js', '/assets/da.js', '/assets/en.js', '/assets/index-one.js', '/mark.svg', '/',
  ])
})
