/** Keeps a number and its unit on one line. */
export function tidy(text: string): string {
  return text.replace(/(\d) (%|pct\.|kr\.)/g, '$1\u00a0$2')
}
