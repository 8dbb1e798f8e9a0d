/** How a fact is sent, where it is not sent plainly. */
export interface How {
  headers?: { 'Dry-Run': 'true' }
  keepalive?: true
  fetch?: (request: Request) => Promise<Response>
}

/** A request as it was sent: enough to send it again. */
export interface Sent {
  path: string
  body: string
}

/** Only asks what would be recorded, or why not. */
export const tried: How = { headers: { 'Dry-Run': 'true' } }

/** Asks so too, and hands over what was asked. */
export function noting(note: (sent: Sent) => void): How {
  return {
    ...tried,
    fetch: async (request) => {
      note({ path: new URL(request.url).pathname, body: await request.clone().text() })
      return globalThis.fetch(request)
    },
  }
}

/** Goes out although the page is being left. */
export const parting: How = { keepalive: true }
