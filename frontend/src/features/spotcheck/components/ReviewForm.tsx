import type { Evidence } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { filled } from '@/shared/form/EvidenceFields'
import { AreaField } from '@/shared/form/Field'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import { severities, type Customer, type Round, type Severity } from '../wire'
import { answersOf } from './ClauseAnswers'
import { ClauseEvidence, within } from './ClauseEvidence'
import { Refused } from './Refused'

type Finding = 'kept' | 'deviation' | 'not_applicable'
const findings: Finding[] = ['kept', 'deviation', 'not_applicable']

interface Typed {
  findings: Record<string, Finding | undefined>
  severities: Record<string, Severity | undefined>
  notes: Record<string, string | undefined>
  evidence: Record<string, Evidence[] | undefined>
  reason: string
}

/** What the newest review says, to be written on; nothing where there is none. */
function begun(customer: Customer): Typed {
  const typed: Typed = { findings: {}, severities: {}, notes: {}, evidence: {}, reason: '' }
  for (const { clause, finding, severity, note, evidence } of answersOf(customer.reviews[0]?.body ?? {})) {
    typed.findings[clause] = finding
    typed.severities[clause] = severity || undefined
    typed.notes[clause] = note
    typed.evidence[clause] = evidence
  }
  return typed
}

/** What an auditor finds at a customer, clause by clause; kept in the browser until it is recorded. */
export function ReviewForm({ customer, round, where, onClose }: { customer: Customer; round: Round; where: Where; onClose: () => void }) {
  const { t } = useText()
  const newest = customer.reviews[0]?.id ?? ''
  const draft = useDraft<Typed>(`spotcheck/${where.contract}/${where.goal}/${where.round}/${customer.number}`, newest, () => begun(customer))
  const { values } = draft
  const saying = useSay(where, () => {
    draft.clear()
    onClose()
  })
  const send = () =>
    saying.send({
      place: `customers/${customer.number}/verdicts`,
      expects: draft.seen,
      body: {
        clauses: round.plan.checklist.map(({ id }) => ({
          clause: id,
          finding: values.findings[id] ?? '',
          ...(values.findings[id] === 'deviation' ? { severity: values.severities[id] ?? '' } : {}),
          note: values.findings[id] === 'kept' ? '' : (values.notes[id] ?? ''),
          evidence: filled(values.evidence[id] ?? []),
        })),
        ...(values.reason ? { reason: values.reason } : {}),
      },
    })
  return (
    <form
      className="screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saying.busy) send()
      }}
    >
      <RestoredLine restored={draft.restored} />
      {round.plan.checklist.map(({ id, title, evidence }, i) => (
        <div key={id} className="evidence-place">
          <Choice
            label={title}
            hint={evidence}
            error={fault(saying.problem, `clauses[${i}].finding`)}
            value={values.findings[id] ?? ''}
            options={findings.map((value) => ({ value, label: t(`spotcheck.finding.${value}`) }))}
            onChange={(finding) => draft.set({ findings: { ...values.findings, [id]: finding } })}
          />
          {values.findings[id] === 'deviation' ? (
            <Choice
              label={t('spotcheck.severity')}
              error={fault(saying.problem, `clauses[${i}].severity`)}
              value={values.severities[id] ?? ''}
              options={severities.map((value) => ({ value, label: t(`spotcheck.severity.${value}`) }))}
              onChange={(severity) => draft.set({ severities: { ...values.severities, [id]: severity } })}
            />
          ) : null}
          {values.findings[id] === 'deviation' || values.findings[id] === 'not_applicable' ? (
            <AreaField
              label={t(values.findings[id] === 'deviation' ? 'spotcheck.whatDeviates' : 'spotcheck.whyNot')}
              error={fault(saying.problem, `clauses[${i}].note`)}
              value={values.notes[id] ?? ''}
              onChange={(note) => draft.set({ notes: { ...values.notes, [id]: note } })}
            />
          ) : null}
          <ClauseEvidence
            where={where}
            title={title}
            value={values.evidence[id] ?? []}
            problem={within(saying.problem, `clauses[${i}]`)}
            onChange={(evidence) => draft.set({ evidence: { ...values.evidence, [id]: evidence } })}
          />
        </div>
      ))}
      {customer.state === 'countersigned' ? (
        <AreaField label={t('spotcheck.whyAgain')} error={fault(saying.problem, 'reason')} value={values.reason} onChange={(reason) => draft.set({ reason })} />
      ) : null}
      <Refused saying={saying} />
      <p className="form-acts">
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
