/** Thrown for a file of which no text can be read. */
export class Unreadable extends Error {}

/** A paper's text, line by line: of a PDF, a DOCX or a plain text. */
export async function readPaper(file: File): Promise<string> {
  const name = file.name.toLowerCase()
  try {
    if (name.endsWith('.pdf')) return await ofPdf(await file.arrayBuffer())
    if (name.endsWith('.docx')) return await ofDocx(await file.arrayBuffer())
  } catch (error) {
    throw new Unreadable(file.name, { cause: error })
  }
  return await file.text()
}

/** Pieces that stand at the same height are a line. */
async function ofPdf(data: ArrayBuffer): Promise<string> {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  const { default: worker } = await import('pdfjs-dist/build/pdf.worker.min.mjs?url')
  GlobalWorkerOptions.workerSrc = worker
  const loading = getDocument({ data, enableXfa: false, isEvalSupported: false })
  try {
    const pdf = await loading.promise
    const lines: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      lines.push(...linesOf(items.flatMap((item) => ('str' in item ? [item as Piece] : []))), '')
    }
    return lines.join('\n')
  } finally {
    await loading.destroy()
  }
}

interface Piece {
  str: string
  /** Six numbers, of which the last two are where the piece stands. */
  transform: number[]
  width: number
}

/** Lines from the top down; a gap between two pieces is a gap between two cells. */
export function linesOf(pieces: Piece[]): string[] {
  const rows: { y: number; pieces: Piece[] }[] = []
  for (const piece of pieces) {
    const y = piece.transform[5] ?? 0
    const row = rows.find((one) => Math.abs(one.y - y) < 2)
    if (row) row.pieces.push(piece)
    else rows.push({ y, pieces: [piece] })
  }
  rows.sort((a, b) => b.y - a.y)
  return rows.map((row) => {
    const inOrder = row.pieces.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0))
    let line = ''
    let end = 0
    for (const piece of inOrder) {
      const x = piece.transform[4] ?? 0
      line += (line !== '' && x - end > 8 ? '   ' : '') + piece.str
      end = x + piece.width
    }
    return line.trimEnd()
  })
}

/** Paragraphs; the cells of a table's row stand on one line, parted by bars. */
async function ofDocx(arrayBuffer: ArrayBuffer): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ arrayBuffer })
  const page = new DOMParser().parseFromString(value, 'text/html')
  for (const row of page.querySelectorAll('tr')) {
    row.replaceWith(Object.assign(page.createElement('p'), { textContent: [...row.children].map((cell) => cell.textContent.trim()).join(' | ') }))
  }
  return [...page.body.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6')].map((line) => line.textContent).join('\n')
}
