import { randomHex } from '@/shared/format/random'
import { uuid7 } from '@/shared/format/uuid'
import type { Reply } from './api'

/** Where an answer is kept on the phone until it has been sent. */
function place(token: string): string {
  return `opfyldt-hearing-${token.slice(0, 12)}`
}

function fresh(): Reply {
  return { id: uuid7(), salt: randomHex(16), text: '' }
}

/** What was written before the page was closed or the network failed. */
export function readKept(token: string): Reply {
  try {
    return { ...fresh(), ...(JSON.parse(localStorage.getItem(place(token)) ?? '{}') as Partial<Reply>) }
  } catch {
    return fresh()
  }
}

export function keep(token: string, reply: Reply): void {
  try {
    localStorage.setItem(place(token), JSON.stringify(reply))
  } catch {
    // A browser that keeps nothing loses no more than the page.
  }
}

export function forget(token: string): void {
  try {
    localStorage.removeItem(place(token))
  } catch {
    // Nothing was kept.
  }
}
