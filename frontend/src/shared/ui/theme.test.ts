import { expect, it } from 'vitest'
import { chooseTheme, chosenTheme, startTheme } from './theme'

const shown = () => document.documentElement.dataset.theme

it('follows the system until somebody chooses, and keeps the choice', () => {
  startTheme()
  expect([chosenTheme(), shown()]).toEqual(['system', undefined])
  chooseTheme('dark')
  delete document.documentElement.dataset.theme
  startTheme()
  expect([chosenTheme(), shown()]).toEqual(['dark', 'dark'])
  chooseTheme('system')
  expect([chosenTheme(), shown()]).toEqual(['system', undefined])
})
