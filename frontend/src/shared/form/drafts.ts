// What people have begun to write, kept in this browser: each person's own, for
// a fortnight at most, and gone when they log out themselves. A session that
// expires, or a tab that is closed, takes nothing away.

export interface Draft<V> {
  id: string
  seen: string
  values: V
  /** When it was last written in, in milliseconds. */
  at: number
}

const prefix = 'opfyldt.draft.'
const longest = 14 * 24 * 3600 * 1000
/** So many drafts are kept of each person; the oldest give way. */
const most = 50

const mine = (subject: string) => `${prefix}${encodeURIComponent(subject)}/`

function kept(start: string): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((name) =>
    name.startsWith(start),
  )
}

function read(name: string): Draft<object> | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft<object> | null
    return draft !== null && typeof draft.id === 'string' && Date.now() - draft.at < longest ? draft : undefined
  } catch {
    return undefined
  }
}

/** What a person had begun on a form. */
export function readDraft<V extends object>(subject: string, form: string): Draft<V> | undefined {
  return read(mine(subject) + form) as Draft<V> | undefined
}

/** Keeps what a person has begun; where the browser has no room, the oldest go first. */
export function keepDraft(subject: string, form: string, draft: Draft<object>): void {
  const name = mine(subject) + form
  const others = kept(mine(subject))
    .filter((one) => one !== name)
    .sort((a, b) => (read(a)?.at ?? 0) - (read(b)?.at ?? 0))
  while (others.length >= most) localStorage.removeItem(others.shift() ?? '')
  for (;;) {
    try {
      localStorage.setItem(name, JSON.stringify(draft))
      return
    } catch {
      const oldest = others.shift()
      // It still stands on the page; only the browser has no room for it.
      if (oldest === undefined) return
      localStorage.removeItem(oldest)
    }
  }
}

/** All that a person has kept under the beginning of a form's name. */
export function draftsUnder<V extends object>(subject: string, start: string): Draft<V>[] {
  return kept(mine(subject) + start).flatMap((name) => (read(name) as Draft<V> | undefined) ?? [])
}

export function dropDraft(subject: string, form: string): void {
  localStorage.removeItem(mine(subject) + form)
}

/** Whoever logs out leaves nothing behind on the machine. */
export function dropDrafts(subject: string): void {
  kept(mine(subject)).forEach((name) => localStorage.removeItem(name))
}

/** Takes away what has grown too old, whoever wrote it. */
export function sweepDrafts(): void {
  kept(prefix)
    .filter((name) => read(name) === undefined)
    .forEach((name) => localStorage.removeItem(name))
}
