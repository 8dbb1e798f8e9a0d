/** Where a line begins in the text, counted from 1; the end where there are fewer. */
export function lineStart(text: string, line: number): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length + 1
    start = end + 1
  }
  return start
}
