import type { Text } from './useText'

const named = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
type Named = (typeof named)[number]

function isNamed(n: number): n is Named {
  return named.some((value) => value === n)
}

/** Small numbers as words, as a sentence has them. */
export function inWords(n: number, t: Text): string {
  return isNamed(n) ? t(`number.${n}`) : String(n)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
