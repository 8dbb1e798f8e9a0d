import type { GoalPage } from '@/shared/api/wire'
import { formatRange, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { AssessForm } from '@/shared/report/AssessForm'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'

/** The calculated degree and management's, side by side. */
export function AssessmentSection({ page }: { page: GoalPage }) {
  const { t, language } = useText()
  const { openOn, open, closer } = useFormAddress()
  const { assessment, canAssess, goal } = page
  if (!assessment && !canAssess) return null
  return (
    <section className="requirement" id={anchor(goal.id)} tabIndex={-1}>
      <h2>{t('assess.title')}</h2>
      <dl className="sides">
        <div>
          <dt>{t('assess.calculatedTitle')}</dt>
          <dd>{formatRange(page.line.calculated, language)}</dd>
        </div>
        <div>
          <dt>{t('assess.assessedTitle')}</dt>
          <dd>{assessment ? formatRat(assessment.degree, language) : t('assess.none')}</dd>
        </div>
      </dl>
      {assessment ? (
        <p>
          {assessment.reason}{' '}
          <span className="small soft">
            {assessment.fact.actor.name}
            {' · '}
            <DayText day={assessment.fact.day} today={page.asOf.day} />
          </span>
        </p>
      ) : null}
      {canAssess && !page.asOf.past ? (
        <p className="screen-only">
          <button type="button" className="linklike" onClick={() => open('assess', goal.id)}>
            {assessment ? t('assess.change') : t('assess.form')}
          </button>
        </p>
      ) : null}
      {openOn(goal.id) === 'assess' && canAssess ? <AssessForm page={page} onClose={closer('assess', goal.id)} /> : null}
    </section>
  )
}
