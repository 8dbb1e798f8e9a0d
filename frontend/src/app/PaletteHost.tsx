import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useText } from '@/shared/text/useText'

const Palette = lazy(async () => ({ default: (await import('@/features/search/components/Palette')).Palette }))

/** Opens the palette by its button, by / and by Ctrl or Cmd and K. */
export function PaletteHost() {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const palette = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writing(event.target)
      if (!palette && !slash) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  // Where nothing else takes the keyboard, it goes to where the palette is opened.
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !open && document.activeElement === document.body) button.current?.focus()
    was.current = open
  }, [open])
  return (
    <>
      <button
        ref={button}
        type="button"
        className="linklike find"
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        {t('palette.open')} <kbd aria-hidden="true">{t('palette.key')}</kbd>
      </button>
      {open ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Whether keys are being written into something. */
function writing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
