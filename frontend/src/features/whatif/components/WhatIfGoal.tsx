import { useId, useState } from 'react'
import type { Explanation, WhatIfGoal as Goal } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat } from '@/shared/format/rat'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import type { Refusal } from '../refusals'
import { NumberHand } from './NumberHand'
import { SubjectRow } from './SubjectRow'

interface Props {
  goal: Goal
  /** What the server would not take, by subject. */
  refused: ReadonlyMap<string, Refusal>
  onSet: (key: string, value: string) => void
}

/** One goal: its degree as it stands and as it would, and what can be set. */
export function WhatIfGoal({ goal, refused, onSet }: Props) {
  const { t, language } = useText()
  const heading = useId()
  const moved = compareRat(goal.now.worst, goal.then.worst) !== 0 || compareRat(goal.now.best, goal.then.best) !== 0
  const degree = `degree:${goal.id}`
  const refusedHere = refused.has(degree) || goal.subjects.some(({ key }) => refused.has(key))
  // Opened once, it stays open whatever is typed.
  const [shown, setShown] = useState(goal.set || refusedHere || !goal.now.known)
  // What is decided and was not set when the page was opened is folded away, and stays where it is.
  const [folded] = useState(
    () => new Set(goal.subjects.filter(({ decided, set, key }) => decided && set === '' && !refused.has(key)).map(({ key }) => key)),
  )
  const decided = goal.subjects.filter(({ key }) => folded.has(key))
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
      <details className="whatif-subjects" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>{goal.now.known ? t('whatif.decidedGoal') : t('whatif.subjects')}</summary>
        <ul className="plain no-max-width">
          {(goal.now.known ? goal.subjects : open).map((subject) => (
            <SubjectRow key={subject.key} subject={subject} refused={refused.get(subject.key)} onSet={(value) => onSet(subject.key, value)} />
          ))}
          <li className={goal.degree === '' ? 'whatif-row' : 'whatif-row set'}>
            <DegreeHand goal={goal} refused={refused.get(degree)} onSet={(value) => onSet(degree, value)} />
          </li>
        </ul>
        {!goal.now.known && decided.length > 0 ? (
          <details>
            <summary>{t('whatif.decidedSubjects', { count: decided.length })}</summary>
            <ul className="plain no-max-width">
              {decided.map((subject) => (
                <SubjectRow key={subject.key} subject={subject} refused={refused.get(subject.key)} onSet={(value) => onSet(subject.key, value)} />
              ))}
            </ul>
          </details>
        ) : null}
      </details>
    </section>
  )
}

interface DegreeProps {
  goal: Goal
  refused: Refusal | undefined
  onSet: (value: string) => void
}

/** The whole goal's degree, whatever its results. */
function DegreeHand({ goal, refused, onSet }: DegreeProps) {
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
        <NumberHand id={id} value={goal.degree} refused={refused} onSet={onSet} />
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
