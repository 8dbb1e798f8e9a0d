/** As long as what is fetched anew may still come in. */
const longest = 3_000

/** What the person is at: where they type, else what the pointer is over. */
function underTheHand(main: Element): Element | null {
  const focused = document.activeElement
  if (focused && focused !== main && main.contains(focused)) return focused
  const hovered = [...main.querySelectorAll(':hover')].at(-1)
  return hovered ?? null
}

/**
 * While a page takes in what is new, what is under the hand stays where it is on
 * the screen, until the person scrolls themselves.
 */
export function holdStill(): void {
  const main = document.getElementById('content')
  const held = main && underTheHand(main)
  if (!held) return
  const { top } = held.getBoundingClientRect()
  const observer = new MutationObserver(() => {
    if (!held.isConnected) return release()
    const moved = held.getBoundingClientRect().top - top
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  })
  const own = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const
  const timer = setTimeout(() => release(), longest)
  const release = () => {
    clearTimeout(timer)
    observer.disconnect()
    own.forEach((name) => window.removeEventListener(name, release))
  }
  observer.observe(main, { childList: true, subtree: true, characterData: true })
  own.forEach((name) => window.addEventListener(name, release, { passive: true }))
}
