const namespace = 'http://www.w3.org/2000/svg'

/** A mark that defines the pattern of what is open; areas are filled with `url(#id)`. */
export function stripesMark(id: string, document: Document): () => SVGElement {
  return () => {
    const shape = (name: string, attributes: Record<string, string>) => {
      const element = document.createElementNS(namespace, name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      return element
    }
    const defs = shape('defs', {})
    const pattern = shape('pattern', {
      id,
      width: '6',
      height: '6',
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    })
    pattern.append(
      shape('rect', { width: '6', height: '6', fill: 'var(--stripe-d)' }),
      shape('rect', { width: '3', height: '6', fill: 'var(--stripe-c)' }),
    )
    defs.append(pattern)
    return defs
  }
}
