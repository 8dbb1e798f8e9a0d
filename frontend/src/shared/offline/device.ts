// What is kept on this device for an hour without network. A browser without
// such a store keeps nothing.

export type Shelf = 'taken' | 'written'
const shelves: Shelf[] = ['taken', 'written']

let opened: Promise<IDBDatabase> | undefined

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('the device did not answer'))
  })
}

function open(): Promise<IDBDatabase> {
  opened ??= (() => {
    const request = indexedDB.open('opfyldt', 1)
    request.onupgradeneeded = () => shelves.forEach((shelf) => request.result.createObjectStore(shelf))
    return answered(request)
  })()
  return opened
}

export const hasDevice = () => 'indexedDB' in globalThis

/** Everything on a shelf, by name. */
export async function allOn<T>(shelf: Shelf): Promise<T[]> {
  if (!hasDevice()) return []
  return answered((await open()).transaction(shelf).objectStore(shelf).getAll()) as Promise<T[]>
}

async function change(shelf: Shelf, act: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = (await open()).transaction(shelf, 'readwrite')
  act(transaction.objectStore(shelf))
  await new Promise<void>((done, failed) => {
    transaction.oncomplete = () => done()
    transaction.onerror = transaction.onabort = () => failed(transaction.error ?? new Error('the device kept nothing'))
  })
}

export function keepOn(shelf: Shelf, key: string, value: unknown): Promise<void> {
  return change(shelf, (store) => store.put(value, key))
}

export function dropFrom(shelf: Shelf, ...names: string[]): Promise<void> {
  return change(shelf, (store) => names.forEach((key) => store.delete(key)))
}
