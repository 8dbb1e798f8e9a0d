// Which language the interface speaks: the person's own choice, else the
// browser's wish, else Danish.

export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

const storageKey = 'opfyldt.language'

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value)
}

export function preferredLanguage(chosen: string | null, wishes: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  for (const wish of wishes) {
    const tag = wish.toLowerCase().split('-')[0]
    if (isLanguage(tag)) return tag
    // Those who read Norwegian or Swedish read Danish sooner than English.
    if (tag === 'nb' || tag === 'nn' || tag === 'no' || tag === 'sv') return 'da'
  }
  return 'da'
}

export function startLanguage(): Language {
  return preferredLanguage(localStorage.getItem(storageKey), navigator.languages)
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}

/** The language on the page now; requests ask the server for the same. */
export function currentLanguage(): Language {
  const lang = document.documentElement.lang
  return isLanguage(lang) ? lang : 'da'
}
