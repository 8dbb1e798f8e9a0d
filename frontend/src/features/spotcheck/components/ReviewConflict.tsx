import { useEffect, useRef, useState } from 'react'
import type { Fact } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { ClauseAnswer, Round } from '../wire'
import { answersOf } from './ClauseAnswers'

interface Props {
  number: number
  round: Round
  /** The review that stands. */
  current: Fact
  mine: ClauseAnswer[]
  reason: string
  /** What is wrong with the reason. */
  error: string | undefined
  busy: boolean
  /** Mine over theirs, with a reason. */
  onInsist: (reason: string) => void
  /** Theirs stands, mine is kept as a note. */
  onAside: () => void
}

/** Another auditor was faster: both reviews side by side, and one is to stand. */
export function ReviewConflict({ number, round, current, mine, reason, error, busy, onInsist, onAside }: Props) {
  const { t, language } = useText()
  const section = useRef<HTMLElement>(null)
  const [why, setWhy] = useState(reason)
  const [asked, setAsked] = useState(false)
  const missing = asked && why.trim() === '' ? t('spotcheck.whyMineNeeded') : undefined
  const insist = () => {
    setAsked(true)
    if (why.trim() !== '') onInsist(why)
  }
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [current.id])
  const theirs = answersOf(current.body)
  const said = (all: ClauseAnswer[], id: string) => {
    const one = all.find(({ clause }) => clause === id)
    if (!one?.finding) return t('conflict.nothing')
    return [t(`spotcheck.finding.${one.finding}`), one.severity ? t(`spotcheck.severity.${one.severity}`) : '', one.note].filter(Boolean).join(', ')
  }
  return (
    <section ref={section} className="alert alert-warning screen-only" aria-label={t('spotcheck.conflictAt', { number })}>
      <h4 className="alert-heading">{t('conflict.title')}</h4>
      <p className="alert-text">{t('spotcheck.conflict', { who: current.actor.name, when: instant(current.recorded, language) })}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('spotcheck.clause')}</th>
            <th scope="col">{t('conflict.theirs', { who: current.actor.name })}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {round.plan.checklist.map(({ id, title }) => (
            <tr key={id} className={said(theirs, id) === said(mine, id) ? undefined : 'differs'}>
              <th scope="row">{title}</th>
              <td>{said(theirs, id)}</td>
              <td>{said(mine, id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AreaField label={t('spotcheck.whyMine')} hint={t('spotcheck.whyMineHint')} error={missing ?? error} value={why} onChange={setWhy} />
      <p className="form-acts">
        <button type="button" className="button button-primary" disabled={busy} onClick={insist}>
          {t('conflict.insist')}
        </button>{' '}
        <button type="button" className="button button-secondary" disabled={busy} onClick={onAside}>
          {t('spotcheck.setAside')}
        </button>
      </p>
    </section>
  )
}
