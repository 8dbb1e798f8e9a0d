import type { Language } from '@/shared/text/language'
import { formatRat } from './rat'

/** Øre as kroner: 123456 is "1.234,56". Always two decimals unless they are zero. */
export function formatOere(oere: number | string, language: Language): string {
  const text = formatRat(`${String(oere)}/100`, language)
  const mark = language === 'da' ? ',' : '.'
  const [whole = '', rest] = text.split(mark)
  return rest === undefined ? whole : `${whole}${mark}${rest.padEnd(2, '0')}`
}

/**
 * What a person typed as kroner, in øre; null where it is no amount. Danish
 * and English marks both count: the last one with one or two digits after it
 * is the decimal mark, the others group thousands.
 */
export function parseKroner(typed: string): number | null {
  const text = typed.replace(/[\s\u00a0]|kr\.?/gi, '')
  const match = /^(\d[\d.,]*?)(?:([.,])(\d{1,2}))?$/.exec(text)
  if (!match) return null
  const [, whole = '', mark, decimals = ''] = match
  // A mark that groups cannot be the decimal mark too.
  if (mark !== undefined && whole.includes(mark)) return null
  const groups = whole.split(/[.,]/)
  if (groups.length > 1 && !groups.slice(1).every((group) => group.length === 3)) return null
  const oere = Number(`${groups.join('')}${decimals.padEnd(2, '0')}`)
  return Number.isSafeInteger(oere) ? oere : null
}
