import type { GoalPage } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat } from '@/shared/format/rat'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { Band } from '@/shared/ui/Band'
import { Figure } from '@/shared/ui/Figure'
import { GoalStateMark } from '@/shared/ui/StateMark'

/** The goal's answer: sentence, degree, band. */
export function GoalStanding({ page }: { page: GoalPage }) {
  const { t, language } = useText()
  const { line, goal } = page
  const open = !line.degree.known && compareRat(line.degree.worst, line.degree.best) !== 0
  const figures = {
    degree: formatRange(line.degree, language),
    worst: formatRat(line.degree.worst, language),
    best: formatRat(line.degree.best, language),
    contribution: formatRange(line.contribution, language),
    weight: formatRat(line.weight, language),
  }
  return (
    <>
      <h1 lang={contractLanguage(page)}>
        {goal.number} {goal.title}
      </h1>
      <p className="sub">
        <GoalStateMark state={line.state} />
        {' · '}
        {tidy(line.because)}
        {line.because.endsWith('.') || line.because === '' ? ' ' : '. '}
        {open ? t('goal.sentenceOpen', figures) : t('goal.sentenceKnown', figures)}
      </p>
      <div className="total goal-total">
        <p className="total-figure">
          <Figure figure={`goal:${goal.id}`}>{figures.degree}</Figure>
          <small>{t('goal.degreeOf')}</small>
        </p>
        <div>
          <Band
            worst={line.degree.worst}
            best={line.degree.best}
            label={t('overview.band', { obtained: figures.worst, best: figures.best })}
          />
          <p className="band-words">
            <span>
              <Figure figure={`goal:${goal.id}`}>{t('goal.why')}</Figure>
            </span>
            <span>{t('goal.contribution', figures)}</span>
          </p>
        </div>
      </div>
      {goal.text ? (
        <p className="agreement-text" lang={contractLanguage(page)}>
          {goal.text}
        </p>
      ) : null}
    </>
  )
}

/** A contract's own texts keep their language; ours are Danish unless it says otherwise. */
export function contractLanguage(page: GoalPage): string {
  return page.contract.language ?? 'da'
}
