import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { startTexts } from '@/shared/text/i18n'

// jsdom has no media; these tests are on a screen.
window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as unknown as MediaQueryList

beforeAll(async () => {
  localStorage.setItem('opfyldt.language', 'da')
  await startTexts()
})

afterEach(() => {
  cleanup()
  for (const name of Object.keys(localStorage)) if (name.startsWith('opfyldt.draft.')) localStorage.removeItem(name)
})
