import type { How } from '@/shared/api/how'
import type { Day, Evidence, Requirement, ResultLine, ResultReport } from '@/shared/api/wire'
import { lastDay, monthName } from '@/shared/format/day'
import { EvidenceFields, filled } from '@/shared/form/EvidenceFields'
import { AreaField, TextField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { reportResult } from './api/reportResult'
import { FigureFields } from './FigureFields'
import { toFigures, toTyped, type Typed } from './figures'

interface Props {
  contract: string
  goal: string
  requirement: Requirement
  /** The month of a monthly count; empty otherwise. */
  month: string
  previous: ResultLine | undefined
  today: Day
  onClose: () => void
}

interface Values {
  typed: Typed
  day: Day
  final: boolean
  source: string
  note: string
  reason: string
  evidence: Evidence[]
}

/** A month's count speaks of the month's last day once it has ended. */
function dayOf(month: string, today: Day): Day {
  if (month === '') return today
  const last = lastDay(month)
  return last < today ? last : today
}

/** The figure, the day it speaks of, and where it comes from. */
export function ResultForm({ contract, goal, requirement, month, previous, today, onClose }: Props) {
  const { t, language } = useText()
  const draft = useDraft<Values>(`${contract}/result/${requirement.id}/${month}`, previous?.fact.id ?? '', () => ({
    typed: previous ? toTyped(previous.figures, language) : {},
    day: dayOf(month, today),
    final: month !== '' && dayOf(month, today) < today,
    source: previous?.source ?? '',
    note: '',
    reason: '',
    evidence: previous?.evidence ?? [],
  }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (sent: ResultReport, how?: How) => reportResult(contract, requirement.id, sent, how),
    hold: true,
    onClose,
  })
  const { problem } = saving
  const body = (expects: string): ResultReport => ({
    id: draft.id,
    expects,
    day: values.day,
    figures: toFigures(requirement.measure, requirement.basis, values.typed, month),
    final: values.final,
    source: values.source,
    note: values.note,
    reason: values.reason,
    evidence: filled(values.evidence),
  })
  return (
    <FactForm
      title={
        month === ''
          ? t('result.form', { title: requirement.title })
          : t('result.formMonth', { month: monthName(month, language, true) })
      }
      submit={t('result.save')}
      draft={draft}
      saving={saving}
      body={body}
      corrects={previous !== undefined && (month !== '' || previous.final)}
    >
      <FigureFields
        requirement={requirement}
        typed={values.typed}
        problem={problem}
        onChange={(typed) => set({ typed })}
      />
      <TextField
        label={t('form.day')}
        type="date"
        size="short"
        max={today}
        value={values.day}
        error={fault(problem, 'day')}
        onChange={(day) => set({ day })}
      />
      <label className="choice-option single">
        <input type="checkbox" checked={values.final} onChange={(event) => set({ final: event.target.checked })} />
        <span>{t('result.final')}</span>
      </label>
      {fault(problem, 'final') ? <p className="form-error-message">{fault(problem, 'final')}</p> : null}
      <TextField
        label={t('result.source')}
        hint={t('result.sourceHint')}
        value={values.source}
        error={fault(problem, 'source')}
        onChange={(source) => set({ source })}
      />
      {previous ? (
        <AreaField
          label={t('result.reason')}
          hint={t('result.reasonHint')}
          value={values.reason}
          error={fault(problem, 'reason')}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
      <AreaField
        label={t('form.note')}
        hint={t('form.optional')}
        value={values.note}
        error={fault(problem, 'note')}
        onChange={(note) => set({ note })}
      />
      <EvidenceFields
        contract={contract}
        goal={goal}
        today={today}
        value={values.evidence}
        onChange={(evidence) => set({ evidence })}
        problem={problem}
      />
    </FactForm>
  )
}
