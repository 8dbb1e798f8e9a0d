import { useState } from 'react'
import type { How } from '@/shared/api/how'
import type { Day, Evidence, Risk, Step, StepStatus, StepUpdate } from '@/shared/api/wire'
import { daysBetween, isDay, longDay } from '@/shared/format/day'
import { Choice } from '@/shared/form/Choice'
import { EvidenceFields, filled } from '@/shared/form/EvidenceFields'
import { AreaField, TextField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { updateStep } from './api/updateStep'

interface Props {
  contract: string
  goal: string
  step: Step
  today: Day
  /** The titles of what the step waits for and is not done. */
  waits?: string[]
  /** What the person came to do. */
  intent: 'update' | 'done' | 'move'
  onClose: () => void
}

interface Values {
  status: StepStatus
  day: Day
  expected: Day
  progress: string
  owner: string
  risk: Risk
  note: string
  reason: string
  evidence: Evidence[]
}

/** As many days back a report seldom speaks of. */
const longAgo = 60

const statuses = ['planned', 'started', 'done', 'dropped'] as const
const risks = ['on_track', 'at_risk', 'late'] as const

function start(step: Step, today: Day, intent: Props['intent']): Values {
  const status = intent === 'done' ? 'done' : step.status === 'planned' && intent === 'update' ? 'started' : step.status
  return {
    status,
    // What was done keeps its day, until somebody says another.
    day: step.done || today,
    expected: step.expected || step.planned,
    progress: String(step.progress),
    owner: step.owner,
    risk: step.risk,
    note: '',
    reason: '',
    evidence: step.evidence,
  }
}

/** Where a step stands: one fact. */
export function StepForm({ contract, goal, step, waits = [], today, intent, onClose }: Props) {
  const { t, language } = useText()
  const announce = useAnnounce()
  const [asked, setAsked] = useState(false)
  const draft = useDraft<Values>(`${contract}/step/${step.id}/${intent}`, step.fact?.id ?? '', () => start(step, today, intent))
  const { values, set } = draft
  const open = values.status === 'planned' || values.status === 'started'
  const agreed = step.expected || step.planned
  const moved = open && values.expected !== agreed
  const saving = useSaving({
    contract,
    draft,
    save: (body: StepUpdate, how?: How) => updateStep(contract, step.id, body, how),
    // A status that was chosen, a date that was moved: there people slip.
    hold: moved || !open || values.status !== start(step, today, intent).status,
    onClose,
  })
  const { problem } = saving

  const reopened = (step.status === 'done' || step.status === 'dropped') && values.status !== step.status
  // Who came to move a date and moves none says nothing new.
  const noMove = intent === 'move' && open && (!moved || values.expected === '')
  const askReason = moved || reopened || values.status === 'dropped' || fault(problem, 'reason') !== undefined

  // A fact is a fact; but what is seldom so is asked about before it is sent.
  const done = values.status === 'done'
  const ago = isDay(values.day) ? daysBetween(values.day, today) : 0
  const doubts = [
    done && waits.length > 0 ? t('step.doubtWaits', { on: waits.join(', ') }) : '',
    ago > longAgo ? t('step.doubtDay', { day: longDay(values.day, language), count: ago }) : '',
  ].filter(Boolean)

  const body = (expects: string) => ({
    id: draft.id,
    expects,
    day: values.day,
    status: values.status,
    // What is left as it was stays as it is, whoever was faster.
    expected: moved ? values.expected : '',
    progress: values.status === 'done' ? 100 : Number.parseInt(values.progress, 10) || 0,
    owner: values.owner === step.owner ? '' : values.owner,
    risk: open ? values.risk : ('on_track' as const),
    note: values.note,
    reason: askReason ? values.reason : '',
    evidence: filled(values.evidence),
  })

  return (
    <FactForm
      title={t('step.form', { title: step.title })}
      submit={values.status === 'done' ? t('step.saveDone') : t('form.save')}
      draft={draft}
      saving={saving}
      body={body}
      keeps={['expected', 'owner']}
      corrects={step.status === 'done' || step.status === 'dropped'}
      onSubmit={() => {
        setAsked(noMove)
        if (noMove) announce(t('step.noMove'))
        else saving.send(body(draft.seen))
      }}
    >
      <Choice
        label={t('body.status')}
        value={values.status}
        error={fault(problem, 'status')}
        options={statuses.map((value) => ({ value, label: t(`word.${value}`) }))}
        onChange={(status) => set({ status, day: status === 'done' ? values.day : values.day === step.done ? today : values.day })}
      />
      <TextField
        label={values.status === 'done' ? t('form.dayDone') : t('form.day')}
        type="date"
        size="short"
        max={today}
        value={values.day}
        error={fault(problem, 'day')}
        onChange={(day) => set({ day })}
      />
      {doubts.map((doubt) => (
        <p key={doubt} className="alert alert-warning" role="status">
          {doubt}
        </p>
      ))}
      {open ? (
        <>
          <TextField
            label={t('step.expected')}
            hint={t(step.decides ? 'step.expectedHintDue' : 'step.expectedHint', {
              planned: longDay(step.planned, language),
              due: longDay(step.due, language),
            })}
            type="date"
            size="short"
            value={values.expected}
            error={asked && noMove ? t('step.noMove') : fault(problem, 'expected')}
            onChange={(expected) => set({ expected })}
          />
          <TextField
            label={t('step.progress')}
            numeric
            size="short"
            suffix={t('step.percent')}
            value={values.progress}
            error={fault(problem, 'progress')}
            onChange={(progress) => set({ progress })}
          />
          <Choice
            label={t('body.risk')}
            value={values.risk}
            error={fault(problem, 'risk')}
            options={risks.map((value) => ({ value, label: t(`word.${value}`) }))}
            onChange={(risk) => set({ risk })}
          />
        </>
      ) : null}
      {askReason ? (
        <AreaField
          label={t('form.reason')}
          hint={t('step.reasonHint')}
          value={values.reason}
          error={fault(problem, 'reason')}
          onChange={(reason) => set({ reason })}
        />
      ) : null}
      <TextField
        label={t('body.owner')}
        hint={t('form.optional')}
        value={values.owner}
        error={fault(problem, 'owner')}
        onChange={(owner) => set({ owner })}
      />
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
