import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type da from '@/catalogue/da.json'
import { rememberLanguage, startLanguage, type Language } from './language'

export type Catalogue = typeof da

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: Catalogue }
    keySeparator: false
    nsSeparator: false
  }
}

// Only the catalogue in use is fetched; the other is a file of its own.
const load: Record<Language, () => Promise<{ default: object }>> = {
  da: () => import('@/catalogue/da.json'),
  en: () => import('@/catalogue/en.json'),
}

async function use(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'texts')) {
    i18next.addResourceBundle(language, 'texts', (await load[language]()).default)
  }
  document.documentElement.lang = language
}

export async function startTexts(): Promise<void> {
  const language = startLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['texts'],
    defaultNS: 'texts',
    keySeparator: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  })
  await use(language)
  await i18next.changeLanguage(language)
}

export async function chooseLanguage(language: Language): Promise<void> {
  await use(language)
  rememberLanguage(language)
  await i18next.changeLanguage(language)
}
