import type { Language } from '@/shared/text/language'

// A spreadsheet runs a cell that begins so; an apostrophe makes it text.
const formula = /^[=+\-@\t\r]/

function cell(text: string, separator: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as a spreadsheet of the language's takes them: Danish numbers have a comma, so that semicolons part cells. */
export function csvText(rows: string[][], language: Language): string {
  const separator = language === 'da' ? ';' : ','
  const lines = rows.map((row) => row.map((text) => cell(text, separator)).join(separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
