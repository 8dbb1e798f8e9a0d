/** Ten digits as person numbers have them: never sent and never put in an address. The server judges the rest. */
export function holdsPersonNumber(text: string): boolean {
  return /(?<!\d)\d{6}[\s\p{Pd}−]{0,3}\d{4}(?!\d)|(?<!\d|\d\s)\d(?:\s\d){9}(?!\s?\d)/u.test(text)
}
