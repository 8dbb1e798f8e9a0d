import type { Range, Rat } from '@/shared/api/wire'
import type { Language } from '@/shared/text/language'

// Exact numbers stay strings; only pixels are floats.

interface Fraction {
  num: bigint
  den: bigint
}

function parseDecimal(text: string): Fraction {
  const negative = text.startsWith('-')
  const [whole = '0', decimals = ''] = text.replace(/^[-+]/, '').split('.')
  const den = 10n ** BigInt(decimals.length)
  const num = BigInt(whole || '0') * den + BigInt(decimals || '0')
  return { num: negative ? -num : num, den }
}

export function parseRat(rat: Rat): Fraction {
  const [num = '0', den] = rat.split('/')
  const top = parseDecimal(num)
  if (den === undefined) return top
  const bottom = parseDecimal(den)
  return { num: top.num * bottom.den, den: top.den * bottom.num }
}

export function compareRat(a: Rat, b: Rat): number {
  const x = parseRat(a)
  const y = parseRat(b)
  const left = x.num * y.den
  const right = y.num * x.den
  return left < right ? -1 : left > right ? 1 : 0
}

/** For places on a picture, never for a figure that is read. */
export function toPixels(rat: Rat): number {
  const { num, den } = parseRat(rat)
  return Number((num * 1_000_000n) / den) / 1_000_000
}

export function subtractRat(a: Rat, b: Rat): Rat {
  const x = parseRat(a)
  const y = parseRat(b)
  return `${x.num * y.den - y.num * x.den}/${x.den * y.den}`
}

const marks: Record<Language, { point: string; group: string }> = {
  da: { point: ',', group: '.' },
  en: { point: '.', group: ',' },
}

function grouped(digits: string, mark: string): string {
  return digits.length < 4 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, mark)
}

/** Writes a number as the language does, rounded half up at the given number of decimals, without trailing zeros. */
export function formatRat(rat: Rat, language: Language, decimals = 2): string {
  const { num, den } = parseRat(rat)
  const scale = 10n ** BigInt(decimals)
  const size = num < 0n ? -num : num
  const scaled = (size * scale * 2n + den) / (den * 2n)
  const whole = (scaled / scale).toString()
  const rest = (scaled % scale).toString().padStart(decimals, '0').replace(/0+$/, '')
  const { point, group } = marks[language]
  const sign = num < 0n && scaled > 0n ? '−' : ''
  return `${sign}${grouped(whole, group)}${decimals > 0 && rest ? point + rest : ''}`
}

/** "100", or "50–100" while it is open. */
/** A figure beside the bound that it is held against: with as many decimals as tell the two apart. */
export function formatBeside(rat: Rat, bound: Rat, language: Language): string {
  if (bound === '' || compareRat(rat, bound) === 0) return formatRat(rat, language)
  for (let decimals = 2; decimals < 12; decimals++) {
    const text = formatRat(rat, language, decimals)
    if (text !== formatRat(bound, language, decimals)) return text
  }
  return formatRat(rat, language, 12)
}

export function formatRange(range: Range, language: Language): string {
  if (range.known || compareRat(range.worst, range.best) === 0) return formatRat(range.worst, language)
  return `${formatRat(range.worst, language)}–${formatRat(range.best, language)}`
}

/** A total between its bounds: "31,25–87,5", or one figure where they meet. */
export function formatBounds({ worst, best }: { worst: Rat; best: Rat }, language: Language): string {
  return formatRange({ known: compareRat(worst, best) === 0, worst, best }, language)
}
