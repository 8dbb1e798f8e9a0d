// The worker keeps the app's files, so that the page opens without network. It is
// only there while something is taken along.

const address = '/worker.js'

export const canOpenOffline = () => 'serviceWorker' in navigator && 'indexedDB' in globalThis

/** Resolves once the app's files are on the device. */
export async function startWorker(): Promise<void> {
  await navigator.serviceWorker.register(address, { scope: '/' })
  await navigator.serviceWorker.ready
}

export async function stopWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  for (const name of await caches.keys()) await caches.delete(name)
}
