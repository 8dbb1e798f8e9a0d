/** What somebody brings to the draw: known to this browser alone until it is revealed. */
const place = (round: string) => `opfyldt-secret/${round}`

export function newSecret(round: string): string {
  const secret = hex(crypto.getRandomValues(new Uint8Array(32)))
  localStorage.setItem(place(round), secret)
  return secret
}

export function keptSecret(round: string): string {
  return localStorage.getItem(place(round)) ?? ''
}

export function forgetSecret(round: string): void {
  localStorage.removeItem(place(round))
}

/** The SHA-256 of the secret's bytes, which is published first. */
export async function commitmentOf(secret: string): Promise<string> {
  const bytes = Uint8Array.from(secret.match(/../g) ?? [], (pair) => parseInt(pair, 16))
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
