import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { Figure } from '@/shared/ui/Figure'
import type { SurveyPage, SurveyView } from '../wire'

/** What the survey says, in words first. */
export function Standing({ page }: { page: SurveyPage }) {
  const { t } = useText()
  const { result, verification } = page
  if (!result) return <p className="empty">{t('survey.none')}</p>
  return (
    <>
      <p className="sub">
        <Share view={result} requirement={page.requirement} />{' '}
        {page.target ? t('survey.isTarget', { target: page.target }) : null}{' '}
        {result.kept === undefined || result.kept === null ? null : t(result.kept ? 'survey.kept' : 'survey.missed')}{' '}
        <span className="tag">{result.final ? t('result.isFinal') : t('result.notFinal')}</span>
      </p>
      <Sureness view={result} />
      {page.counts ? null : (
        <p className="alert alert-warning" role="status">
          {t('survey.otherCounts')}
        </p>
      )}
      {verification ? (
        <p className="small">
          {t(`verified.${verification.verdict}`, { who: verification.fact.actor.name })}{' '}
          <DayText day={verification.fact.day} today={page.day} />
          {verification.note ? `: ${verification.note}` : null}
        </p>
      ) : null}
    </>
  )
}

function Share({ view, requirement }: { view: SurveyView; requirement: string }) {
  const { t } = useText()
  const sentence = t('survey.standing', { share: '\u0000', answered: view.answered, words: view.scale.satisfied.join(', ') })
  const [before = '', after = ''] = sentence.split('\u0000')
  return (
    <>
      {before}
      <Figure figure={`requirement:${requirement}`}>{view.shareText}</Figure>
      {after}
    </>
  )
}

/** How sure the share is, and by what method. */
export function Sureness({ view }: { view: SurveyView }) {
  const { t, language } = useText()
  const { interval, weighted } = view
  if (!interval) return <p className="small soft">{t('survey.noInterval')}</p>
  const range = ({ low, high }: { low: string; high: string }) => ({ low: formatRat(low, language, 1), high: formatRat(high, language, 1) })
  return (
    <>
      <p>
        {t(weighted ? 'survey.intervalPlain' : 'survey.interval', { population: formatRat(String(view.population), language), ...range(interval) })}{' '}
        {weighted ? t('survey.weighted', { share: formatRat(weighted.share, language, 1), ...range(weighted.interval) }) : null}
      </p>
      <details className="small">
        <summary>{t('plot.method')}</summary>
        <p>{t('survey.intervalMethod')}</p>
        {weighted ? <p>{t('survey.weightedMethod')}</p> : null}
      </details>
    </>
  )
}
