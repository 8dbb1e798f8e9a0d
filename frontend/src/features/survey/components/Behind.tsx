import { Link } from '@tanstack/react-router'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { SurveyPage, SurveyView } from '../wire'

const digits = 12

/** The file or the survey that the result rests on, and the fact that says so. */
export function Behind({ page, view, contract }: { page: SurveyPage; view: SurveyView; contract: string }) {
  const { t, language } = useText()
  return (
    <section className="requirement">
      <h2>{t('survey.behind')}</h2>
      <p>
        {t(view.format === 'own' ? 'survey.own' : 'survey.file', {
          file: view.file,
          rows: formatRat(String(view.rows), language),
          sha: view.sha256.slice(0, digits),
          root: view.root.slice(0, digits),
        })}{' '}
        {page.fact ? (
          <Link to="/c/$contract/facts/$fact" params={{ contract, fact: page.fact.id }}>
            {t('survey.toFact')}
          </Link>
        ) : null}
      </p>
      {page.canAudit ? (
        <p className="screen-only">
          {t('survey.rowsFile')}{' '}
          {(['xlsx', 'csv'] as const).map((format) => (
            <a key={format} className="file-of" href={`/api/v1/contracts/${encodeURIComponent(contract)}/requirements/${encodeURIComponent(page.requirement)}/survey/rows?format=${format}`}>
              {t(`planfile.${format}`)}
            </a>
          ))}
        </p>
      ) : null}
      {view.note ? <p>{view.note}</p> : null}
      {view.reason ? <p>{view.reason}</p> : null}
    </section>
  )
}
