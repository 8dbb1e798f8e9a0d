import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '@/shared/api/status'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'

/** The day on which the pages were last gone through for this statement. */
const prepared = '2026-11-25'

/** The accessibility statement, in the order of the model in Commission Implementing Decision (EU) 2018/1523. */
export function StatementPage() {
  const { t, language } = useText()
  const contact = useQuery(statusQuery).data?.contact ?? ''
  usePageTitle(t('statement.title'))
  return (
    <main className="wrap page" id="content" tabIndex={-1}>
      <h1>{t('statement.title')}</h1>
      <p className="sub">{t('statement.what')}</p>
      <p>{t('statement.duty')}</p>
      <h2>{t('statement.status')}</h2>
      <p>{t('statement.statusText')}</p>
      <h2>{t('statement.missing')}</h2>
      <ul>
        <li>{t('statement.missingFiles')}</li>
        <li>{t('statement.missingPictures')}</li>
        <li>{t('statement.missingReader')}</li>
      </ul>
      <h2>{t('statement.preparation')}</h2>
      <p>{t('statement.preparationText', { day: longDay(prepared, language) })}</p>
      <h2>{t('statement.feedback')}</h2>
      <p>{t('statement.feedbackText')}</p>
      {contact === '' ? (
        <p>{t('statement.noContact')}</p>
      ) : (
        <p>
          <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      )}
      <h2>{t('statement.enforcement')}</h2>
      <p>{t('statement.enforcementText')}</p>
      <p>{t('statement.enforcementHow')}</p>
      <p>
        <a href="https://www.digst.dk/digital-inklusion/webtilgaengelighed/">{t('statement.agency')}</a>
      </p>
    </main>
  )
}
