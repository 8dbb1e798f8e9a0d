import { useQueryClient } from '@tanstack/react-query'
import { chooseLanguage } from '@/shared/text/i18n'
import { useText } from '@/shared/text/useText'

/** The server words its sentences too, so they are fetched anew. */
export function LanguageSwitch() {
  const { t, language } = useText()
  const client = useQueryClient()
  const other = language === 'da' ? 'en' : 'da'
  return (
    <button
      type="button"
      className="linklike"
      lang={other}
      onClick={() => void chooseLanguage(other).then(() => client.invalidateQueries())}
    >
      {t('nav.otherLanguage')}
    </button>
  )
}
