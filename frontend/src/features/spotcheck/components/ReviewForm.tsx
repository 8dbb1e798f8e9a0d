import type { Evidence } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { filled } from '@/shared/form/EvidenceFields'
import { AreaField } from '@/shared/form/Field'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useSession } from '@/shared/api/session'
import { useSilentSince } from '@/shared/offline/network'
import { Trouble } from '@/shared/ui/Trouble'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import { severities, type ClauseAnswer, type Customer, type Round, type Severity } from '../wire'
import type { WrittenReview } from '../offline/queue'
import { useWriting } from '../offline/useWriting'
import { useSetAside } from '../useSetAside'
import { answersOf } from './ClauseAnswers'
import { ClauseEvidence, within } from './ClauseEvidence'
import { Refused } from './Refused'
import { ReviewConflict } from './ReviewConflict'

type Finding = 'kept' | 'deviation' | 'not_applicable'
const findings: Finding[] = ['kept', 'deviation', 'not_applicable']

interface Typed {
  findings: Record<string, Finding | undefined>
  severities: Record<string, Severity | undefined>
  notes: Record<string, string | undefined>
  evidence: Record<string, Evidence[] | undefined>
  reason: string
}

/** What has not arrived, or the newest review, to be written on; nothing where there is neither. */
function begun(customer: Customer, written?: WrittenReview): Typed {
  const typed: Typed = { findings: {}, severities: {}, notes: {}, evidence: {}, reason: written?.reason ?? '' }
  for (const { clause, finding, severity, note, evidence } of written?.clauses ?? answersOf(customer.reviews[0]?.body ?? {})) {
    typed.findings[clause] = finding || undefined
    typed.severities[clause] = severity || undefined
    typed.notes[clause] = note
    typed.evidence[clause] = evidence
  }
  return typed
}

interface Props {
  customer: Customer
  round: Round
  where: Where
  /** What was written here and has not arrived. */
  written: WrittenReview | undefined
  onClose: () => void
}

/** What an auditor finds at a customer, clause by clause; kept in the browser until it is recorded. */
export function ReviewForm({ customer, round, where, written, onClose }: Props) {
  const { t } = useText()
  const newest = customer.reviews[0]?.id ?? ''
  const draft = useDraft<Typed>(`spotcheck/${where.contract}/${where.goal}/${where.round}/${customer.number}`, newest, () => begun(customer, written))
  const { values } = draft
  const done = () => {
    draft.clear()
    onClose()
  }
  const silent = useSilentSince() !== undefined
  const { subject } = useSession()
  const saying = useSay(where, done)
  const asiding = useSetAside(customer, done)
  const writing = useWriting(where, customer.number, written, done)
  const clauses = round.plan.checklist.map(
    ({ id }): ClauseAnswer => ({
      clause: id,
      finding: values.findings[id] as ClauseAnswer['finding'],
      ...(values.findings[id] === 'deviation' ? { severity: values.severities[id] ?? '' } : {}),
      note: values.findings[id] === 'kept' ? '' : (values.notes[id] ?? ''),
      evidence: filled(values.evidence[id] ?? []),
    }),
  )
  const send = (expects: string, reason: string) => {
    if (writing.keeps) writing.write({ expects, clauses, reason })
    else saying.send({ place: `customers/${customer.number}/verdicts`, expects, body: { clauses, ...(reason ? { reason } : {}) } })
  }
  const problem = saying.problem ?? written?.held
  const stale = saying.problem?.status === 409 ? saying.problem.current : undefined
  const others = customer.reviews[0] !== undefined && customer.reviews[0].actor.subject !== subject
  return (
    <form
      className="screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saying.busy) send(draft.seen, values.reason)
      }}
    >
      <RestoredLine restored={draft.restored} />
      {silent ? <p className="small soft">{t('offline.noFiles')}</p> : null}
      {round.plan.checklist.map(({ id, title, evidence }, i) => (
        <div key={id} className="evidence-place">
          <Choice
            label={title}
            hint={evidence}
            error={fault(problem, `clauses[${i}].finding`)}
            value={values.findings[id] ?? ''}
            options={findings.map((value) => ({ value, label: t(`spotcheck.finding.${value}`) }))}
            onChange={(finding) => draft.set({ findings: { ...values.findings, [id]: finding } })}
          />
          {values.findings[id] === 'deviation' ? (
            <Choice
              label={t('spotcheck.severity')}
              error={fault(problem, `clauses[${i}].severity`)}
              value={values.severities[id] ?? ''}
              options={severities.map((value) => ({ value, label: t(`spotcheck.severity.${value}`) }))}
              onChange={(severity) => draft.set({ severities: { ...values.severities, [id]: severity } })}
            />
          ) : null}
          {values.findings[id] === 'deviation' || values.findings[id] === 'not_applicable' ? (
            <AreaField
              label={t(values.findings[id] === 'deviation' ? 'spotcheck.whatDeviates' : 'spotcheck.whyNot')}
              error={fault(problem, `clauses[${i}].note`)}
              value={values.notes[id] ?? ''}
              onChange={(note) => draft.set({ notes: { ...values.notes, [id]: note } })}
            />
          ) : null}
          {silent && !values.evidence[id]?.length ? null : <ClauseEvidence
            where={where}
            title={title}
            value={values.evidence[id] ?? []}
            problem={within(problem, `clauses[${i}]`)}
            onChange={(evidence) => draft.set({ evidence: { ...values.evidence, [id]: evidence } })}
          />}
        </div>
      ))}
      {customer.state === 'countersigned' || others ? (
        <AreaField label={t('spotcheck.whyAgain')} error={fault(problem, 'reason')} value={values.reason} onChange={(reason) => draft.set({ reason })} />
      ) : null}
      {stale ? (
        <ReviewConflict
          key={stale.id}
          number={customer.number}
          round={round}
          current={stale}
          mine={clauses}
          reason={values.reason}
          error={fault(saying.problem, 'reason')}
          busy={saying.busy || asiding.isPending}
          onInsist={(reason) => send(stale.id, reason)}
          onAside={() => asiding.mutate({ review: { ...where, number: customer.number, id: draft.id, clauses }, stands: stale.id })}
        />
      ) : (
        <Refused saying={saying} />
      )}
      {asiding.error ?? writing.error ? <Trouble error={asiding.error ?? writing.error} /> : null}
      <p className="form-acts" hidden={stale !== undefined && stale !== null}>
        <button type="submit" className="button button-primary" disabled={saying.busy}>
          {t('spotcheck.reviewDone')}
        </button>{' '}
        <button type="button" className="button button-secondary" onClick={onClose}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  )
}
