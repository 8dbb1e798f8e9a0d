// Saves what is on the page as a file. Nothing leaves the browser.

export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export function saveText(text: string, name: string, type: string): void {
  save(new Blob([text], { type: `${type};charset=utf-8` }), name)
}

// What the page's style sheet gives a shape, so that the file stands alone.
const kept = [
  'fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor',
]

/** The picture as a file of its own: every colour written out, on the page's ground. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const shapes = [...svg.querySelectorAll('*')]
  for (const [i, target] of [...copy.querySelectorAll('*')].entries()) {
    const shape = shapes[i]
    if (!shape) continue
    const style = getComputedStyle(shape)
    for (const name of kept) {
      const value = style.getPropertyValue(name)
      if (value) target.setAttribute(name, value)
    }
    target.removeAttribute('class')
  }
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  copy.prepend(ground)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily)
  copy.setAttribute('font-size', getComputedStyle(svg).fontSize)
  copy.setAttribute('color', getComputedStyle(svg).color)
  copy.removeAttribute('class')
  return new XMLSerializer().serializeToString(copy)
}

// Sharp on a screen of double density and in print.
const density = 3

export async function savePng(svg: SVGSVGElement, name: string): Promise<void> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = svg.width.baseVal.value * density
  canvas.height = svg.height.baseVal.value * density
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob) save(blob, name)
}
