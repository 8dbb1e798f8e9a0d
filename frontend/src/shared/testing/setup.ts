import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { startTexts } from '@/shared/text/i18n'

beforeAll(async () => {
  localStorage.setItem('opfyldt.language', 'da')
  await startTexts()
})

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})
