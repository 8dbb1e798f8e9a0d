import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

/** What a page's text is wide on A4 with our margins: 182 mm at 96 to the inch. */
const paper = 688

/** An element's width in pixels, followed as it changes; on paper, the paper's. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const printing = window.matchMedia('print')
    const measure = () => setWidth(printing.matches ? paper : element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // The print is made as soon as the listeners have been told.
    const turn = () => flushSync(measure)
    printing.addEventListener('change', turn)
    return () => {
      observer.disconnect()
      printing.removeEventListener('change', turn)
    }
  }, [])
  return { ref, width }
}
