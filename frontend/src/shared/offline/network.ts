import { useSyncExternalStore } from 'react'

// Whether the server answers: told by every request, and by the browser where it knows
// that there is no network. The instant stays when the tab is closed meanwhile.

const name = 'opfyldt.silent'
const listeners = new Set<() => void>()

/** Since when the server has not answered, as an instant in milliseconds; nothing where it does. */
export function silentSince(): number | undefined {
  const at = Number(localStorage.getItem(name))
  return at > 0 ? at : undefined
}

export function noteSilence(now: number = Date.now()): void {
  if (silentSince() !== undefined) return
  localStorage.setItem(name, String(now))
  listeners.forEach((listen) => listen())
}

export function noteAnswer(): void {
  if (silentSince() === undefined) return
  localStorage.removeItem(name)
  listeners.forEach((listen) => listen())
}

/** Sends a request, and notes whether anybody answered. */
export async function listening(request: Request): Promise<Response> {
  try {
    const response = await globalThis.fetch(request)
    noteAnswer()
    return response
  } catch (error) {
    if (error instanceof TypeError) noteSilence()
    throw error
  }
}

export function useSilentSince(): number | undefined {
  return useSyncExternalStore((listen) => {
    listeners.add(listen)
    window.addEventListener('storage', listen)
    return () => {
      listeners.delete(listen)
      window.removeEventListener('storage', listen)
    }
  }, silentSince)
}
