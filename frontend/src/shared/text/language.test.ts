import { expect, it } from 'vitest'
import { preferredLanguage } from './language'

it.each([
  [null, ['da-DK', 'en'], 'da'],
  [null, ['en-GB', 'da'], 'en'],
  [null, ['de', 'en'], 'en'],
  [null, ['nb-NO', 'en'], 'da'],
  [null, ['fr'], 'da'],
  [null, [], 'da'],
  ['en', ['da'], 'en'], // the person's own choice wins
  ['xx', ['da'], 'da'],
] as const)('%s and %j gives %s', (chosen, wishes, language) => {
  expect(preferredLanguage(chosen, wishes)).toBe(language)
})
