/** Random bytes in hexadecimal: secrets of links, salts. */
export function randomHex(bytes: number): string {
  return hexOfBytes(crypto.getRandomValues(new Uint8Array(bytes)))
}

/** The SHA-256 of a text's bytes, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return hexOfBytes(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

function hexOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
