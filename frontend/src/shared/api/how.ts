/** How a fact is sent, where it is not sent plainly. */
export interface How {
  headers?: { 'Dry-Run': 'true' }
  keepalive?: true
}

/** Only asks what would be recorded, or why not. */
export const tried: How = { headers: { 'Dry-Run': 'true' } }

/** Goes out although the page is being left. */
export const parting: How = { keepalive: true }
