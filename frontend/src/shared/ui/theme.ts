// Light or dark: as the system has it, until the person chooses.

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'opfyldt.theme'

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(storageKey)
  return themes.find((theme) => theme === kept) ?? 'system'
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Before anything is drawn. */
export function startTheme(): void {
  show(chosenTheme())
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme)
  show(theme)
}
