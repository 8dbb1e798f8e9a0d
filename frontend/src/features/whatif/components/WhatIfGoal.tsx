import { useId } from 'react'
import type { Explanation, WhatIfGoal as Goal } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat } from '@/shared/format/rat'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { NumberHand } from './NumberHand'
import { SubjectRow } from './SubjectRow'

interface Props {
  goal: Goal
  onSet: (key: string, value: string) => void
}

/** One goal: its degree as it stands and as it would, and what can be set. */
export function WhatIfGoal({ goal, onSet }: Props) {
  const { t, language } = useText()
  const heading = useId()
  const moved = compareRat(goal.now.worst, goal.then.worst) !== 0 || compareRat(goal.now.best, goal.then.best) !== 0
  // What is decided and not set is folded away.
  const decided = goal.subjects.filter((subject) => subject.decided && subject.set === '')
  const open = goal.subjects.filter((subject) => !decided.includes(subject))
  return (
    <section className="whatif-goal" aria-labelledby={heading}>
      <div className="whatif-head">
        <h2 id={heading}>
          {goal.number} {goal.title}
        </h2>
        <p>
          {t('col.degree')}{' '}
          {moved ? (
            <>
              <del>{formatRange(goal.now, language)}</del> <ins>{formatRange(goal.then, language)}</ins>
            </>
          ) : (
            <strong>{formatRange(goal.then, language)}</strong>
          )}
          <span className="soft">
            {' · '}
            {t('goal.contribution', { contribution: formatRange(goal.contributionThen, language), weight: formatRat(goal.weight, language) })}
          </span>
        </p>
      </div>
      {goal.set ? <Because explanation={goal.explanation} /> : null}
      <details className="whatif-subjects" open={goal.set || !goal.now.known}>
        <summary>{goal.now.known ? t('whatif.decidedGoal') : t('whatif.subjects')}</summary>
        <ul className="plain no-max-width">
          {(goal.now.known ? goal.subjects : open).map((subject) => (
            <SubjectRow key={subject.key} subject={subject} onSet={(value) => onSet(subject.key, value)} />
          ))}
          <li className={goal.degree === '' ? 'whatif-row' : 'whatif-row set'}>
            <DegreeHand goal={goal} onSet={(value) => onSet(`degree:${goal.id}`, value)} />
          </li>
        </ul>
        {!goal.now.known && decided.length > 0 ? (
          <details>
            <summary>{t('whatif.decidedSubjects', { count: decided.length })}</summary>
            <ul className="plain no-max-width">
              {decided.map((subject) => (
                <SubjectRow key={subject.key} subject={subject} onSet={(value) => onSet(subject.key, value)} />
              ))}
            </ul>
          </details>
        ) : null}
      </details>
    </section>
  )
}

/** The whole goal's degree, whatever its results. */
function DegreeHand({ goal, onSet }: { goal: Goal; onSet: (value: string) => void }) {
  const { t, language } = useText()
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="whatif-name">
        {t('whatif.degree')}
        <span className="sr-only"> {goal.title}</span>
      </label>
      <span className="whatif-now" />
      {goal.degrees.length > 0 ? (
        <select id={id} value={goal.degree} onChange={(event) => onSet(event.target.value)}>
          <option value="">{t('whatif.byRule')}</option>
          {goal.degrees.map((degree) => (
            <option key={degree} value={degree}>
              {formatRat(degree, language)}
            </option>
          ))}
        </select>
      ) : (
        <NumberHand id={id} value={goal.degree} onSet={onSet} />
      )}
    </>
  )
}

/** Why the degree would be so: the rule's sentence, and those right under it. */
function Because({ explanation }: { explanation: Explanation }) {
  const sentences = [explanation, ...explanation.children, ...explanation.children.flatMap((child) => child.children)]
  return (
    <div className="whatif-because" aria-live="polite">
      {sentences.map((one) => (
        <p key={one.figure}>{tidy(one.text)}</p>
      ))}
    </div>
  )
}
