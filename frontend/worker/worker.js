// Opens the app without network. The build writes `shell` before this: its version, and
// the files that the page of a round needs. A page is always asked for first, and
// what is kept is only shown where nobody answers; so a new build is taken at once.
// Answers of the API are neither kept nor looked at.

/* global shell */
const kept = `opfyldt ${shell.version}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(kept)
      await cache.addAll([...shell.files, '/'].map((file) => new Request(file, { cache: 'no-cache' })))
      await self.skipWaiting()
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== kept) await caches.delete(name)
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === '/' || pathname.startsWith('/c/')) event.respondWith(fetch(request).catch(() => file('/')))
    return
  }
  if (shell.files.includes(pathname)) event.respondWith(file(pathname))
})

async function file(pathname) {
  const cache = await caches.open(kept)
  return (await cache.match(pathname)) ?? fetch(pathname)
}
