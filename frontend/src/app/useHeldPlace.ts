import { useLayoutEffect, useRef, type SyntheticEvent } from 'react'

interface Held {
  figure: string
  top: number
}

function figureOnPage(figure: string): Element | null {
  return document.querySelector(`main [data-figure="${CSS.escape(figure)}"]`)
}

/**
 * When the explanation opens or closes beside the page, the figure that it
 * explains stays where it was on the screen.
 */
export function useHeldPlace(explain: string | undefined) {
  const held = useRef<Held>(undefined)
  const hold = (event: SyntheticEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('main [data-figure]') : null
    const figure = target?.dataset.figure ?? explain
    const element = target ?? (figure === undefined ? null : figureOnPage(figure))
    held.current = figure !== undefined && element ? { figure, top: element.getBoundingClientRect().top } : undefined
  }
  useLayoutEffect(() => {
    const { current } = held
    held.current = undefined
    if (!current) return
    const element = figureOnPage(current.figure)
    if (element) window.scrollBy(0, element.getBoundingClientRect().top - current.top)
  }, [explain])
  return { onClickCapture: hold, onKeyDownCapture: hold }
}
