/** How long after the last touch somebody is taken to be there. */
const patience = 60_000

let touched = Date.now()

/** Notes every touch of the page, so that what it asks by itself keeps no session alive. */
export function watchPresence(page: EventTarget, now: () => number = Date.now): void {
  const touch = () => {
    touched = now()
  }
  touch()
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus']) {
    page.addEventListener(event, touch, { capture: true, passive: true })
  }
}

/** Nobody has touched the page for a while. */
export function unattended(now: () => number = Date.now): boolean {
  return now() - touched > patience
}
