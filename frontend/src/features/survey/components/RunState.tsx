import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import type { OwnSurvey } from '../api/own'

/** Where the survey stands, and what it asks. */
export function RunState({ own, past }: { own: OwnSurvey; past: boolean }) {
  const { t, language } = useText()
  const { plan } = own
  if (!plan) return null
  const number = (n: number) => formatRat(String(n), language)
  const closes = longDay(plan.closes, language)
  return (
    <>
      <p className="sub">
        {own.stage === 'planned' ? t('survey.stage.planned', { title: plan.title, size: number(plan.size), closes }) : null}
        {own.stage === 'open'
          ? past
            ? t('survey.stage.asked', { title: plan.title, size: number(own.asked), closes })
            : own.answered === null
            ? t('survey.stage.few', { title: plan.title, least: own.least, size: number(own.asked), closes })
            : t('survey.stage.open', { title: plan.title, answered: number(own.answered), size: number(own.asked), closes })
          : null}
        {own.stage === 'closed' ? t('survey.stage.closed', { title: plan.title }) : null}
      </p>
      <details className="small">
        <summary>{t('survey.asks')}</summary>
        <ol>
          {plan.questions.map((question) => (
            <li key={question.title.da}>
              <span lang="da">{question.title.da}</span> <span lang="en" className="soft">{question.title.en}</span>
              {question.overall ? ` (${t('survey.overall')})` : null}
            </li>
          ))}
        </ol>
        {plan.remark ? (
          <p>
            <span lang="da">{plan.remark.da}</span> <span lang="en" className="soft">{plan.remark.en}</span>
          </p>
        ) : null}
      </details>
      {own.stage === 'closed' ? null : (
        <details className="small">
          <summary>{t('survey.mail')}</summary>
          <p>
            <strong>{own.subject}</strong>
          </p>
          <p className="survey-mail">{own.text}</p>
        </details>
      )}
    </>
  )
}
