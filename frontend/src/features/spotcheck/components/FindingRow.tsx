import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { EvidenceList } from '@/shared/ui/EvidenceList'
import { FactList } from '@/shared/ui/FactList'
import type { Finding } from '../wire'
import { FollowUpForm } from './FollowUpForm'
import { MeasureForm } from './MeasureForm'
import { RecheckForm } from './RecheckForm'

interface Props {
  finding: Finding
  contract: string
  goal: string
  today: string
  acts: boolean
  /** Who can own it; none where the page does not change it. */
  owners?: { subject: string; name: string }[]
  /** Its heading's level on the page. */
  heading: 'h2' | 'h3' | 'h4'
  /** Names the customer and the round too, on pages over several. */
  whole?: boolean
}

/** A finding: what is to be done, by whom and by when, where it stands, and what can be done. */
export function FindingRow({ finding, contract, goal, today, acts, owners = [], heading: Heading, whole = false }: Props) {
  const { t, language } = useText()
  const [form, setForm] = useState<'change' | 'report' | 'recheck'>()
  const { followUp, reported } = finding
  const where = { contract, goal, round: finding.round, day: today }
  const same = { finding, where, onClose: () => setForm(undefined) }
  return (
    <li className="requirement" data-finding={`${finding.number}${finding.clause}`}>
      <Heading>
        {finding.title} <span className="tag">{t(`spotcheck.severity.${finding.severity}`)}</span>
      </Heading>
      {whole ? (
        <p className="small">
          <Link to="/c/$contract/goals/$goal/customers/$ref" params={{ contract, goal, ref: finding.ref }}>
            {finding.ref} {finding.name || t('spotcheck.erased')}
          </Link>
          {' · '}
          <Link to="/c/$contract/goals/$goal/spotchecks/$round" params={{ contract, goal, round: finding.round }}>
            {finding.roundTitle}
          </Link>
        </p>
      ) : null}
      <p>{finding.deviation}</p>
      <p>
        {finding.overdue ? <strong>{t('spotcheck.overdue')} </strong> : null}
        {t(`spotcheck.finding.is.${finding.state}`, { owner: followUp.owner.name, deadline: longDay(followUp.deadline, language) })} {followUp.measure}
      </p>
      {reported ? (
        <blockquote>
          {reported.text}
          <EvidenceList evidence={reported.evidence ?? []} contract={contract} />
        </blockquote>
      ) : null}
      {finding.question ? <p>{t('spotcheck.sentBack', { question: finding.question })}</p> : null}
      <FactList facts={finding.facts} today={today} most={2} />
      {acts && form === undefined ? (
        <p className="form-acts screen-only">
          {finding.mayRecheck ? (
            <button type="button" className="button button-primary" onClick={() => setForm('recheck')}>
              {t('spotcheck.recheck')}
            </button>
          ) : null}{' '}
          {finding.mayReport ? (
            <button type="button" className="button button-secondary" onClick={() => setForm('report')}>
              {t(finding.state === 'reported' ? 'spotcheck.reportAgain' : 'spotcheck.report')}
            </button>
          ) : null}{' '}
          {finding.mayChange && owners.length > 0 ? (
            <button type="button" className="linklike" onClick={() => setForm('change')}>
              {t('spotcheck.changeFollowUp')}
            </button>
          ) : null}
        </p>
      ) : null}
      {form === 'change' ? (
        <FollowUpForm where={where} number={finding.number} clause={finding.clause} verdict={followUp.verdict} before={followUp} expects={finding.made} owners={owners} onClose={same.onClose} />
      ) : null}
      {form === 'report' ? <MeasureForm {...same} /> : null}
      {form === 'recheck' ? <RecheckForm {...same} /> : null}
    </li>
  )
}
