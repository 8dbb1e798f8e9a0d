import type { Reply } from './api'

const begin = 12

/** Where an answer is kept on the phone until it has been sent. */
function place(token: string): string {
  return `opfyldt-answer-${token.slice(0, begin)}`
}

/** What was chosen before the page was closed or the network failed. */
export function readKept(token: string): Reply {
  try {
    const kept = JSON.parse(localStorage.getItem(place(token)) ?? '') as Partial<Reply>
    return { answers: kept.answers ?? {}, remark: kept.remark ?? '' }
  } catch {
    return { answers: {}, remark: '' }
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
