import { useTranslation } from 'react-i18next'
import type { Language } from './language'

/** The texts and the language of the interface. */
export function useText() {
  const { t, i18n } = useTranslation('texts')
  return { t, language: i18n.language as Language }
}

export type Text = ReturnType<typeof useText>['t']
