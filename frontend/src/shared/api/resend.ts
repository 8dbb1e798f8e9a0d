import { currentLanguage } from '@/shared/text/language'
import { answer } from './client'
import type { How, Sent } from './how'
import type { Saved } from './wire'

/** Sends a fact's request once more. Its id is the same: what was written already is only told again. */
export async function resend({ path, body }: Sent, how: How = {}): Promise<Saved> {
  const response = await globalThis.fetch(
    new Request(new URL(path, window.location.origin), {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': currentLanguage(), ...how.headers },
    }),
  )
  const told: unknown = await response.json().catch(() => undefined)
  return (await answer(Promise.resolve(response.ok ? { data: told, response } : { error: told, response }))) as Saved
}
