import { Link } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import type { Day, GoalPage, SafeDay, Step } from '@/shared/api/wire'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { shortDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { verifyStep } from '@/shared/report/api/verifyStep'
import { StepForm } from '@/shared/report/StepForm'
import { VerifyForm } from '@/shared/report/VerifyForm'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { EvidenceList } from '@/shared/ui/EvidenceList'
import { ItemStateMark } from '@/shared/ui/StateMark'
import { VerificationNote } from './VerificationNote'
import { contractLanguage } from './GoalStanding'

interface Props {
  step: Step
  page: GoalPage
  siblings: Step[]
  /** Someone is named for a step of this plan. */
  owners: boolean
  safe: SafeDay | undefined
}

export function StepRow({ step, page, siblings, owners, safe }: Props) {
  const { t } = useText()
  const { operations } = useSession()
  const address = useFormAddress()
  const form = address.openOn(step.id)
  const { past, day } = page.asOf
  const contract = page.contract.id
  const open = step.status === 'planned' || step.status === 'started'
  const waits = step.waiting.map((id) => siblings.find((one) => one.id === id)?.title ?? id)
  return (
    <>
      <tr className="step" id={anchor(step.id)} tabIndex={-1}>
        <th scope="row" className="step-title">
          <span lang={contractLanguage(page)}>{step.title}</span>
          {step.decides ? <span className="tag">{t('step.decides')}</span> : null}
          {step.concludedBy === 'spot-check' && operations.includes('spotcheck.read') ? (
            <Link to="/c/$contract/goals/$goal/spotchecks" params={{ contract: page.contract.id, goal: page.goal.id }}>
              {t('spotcheck.link')}
            </Link>
          ) : null}
          {step.added ? <span className="tag">{t('step.added')}</span> : null}
          {waits.length > 0 && step.done === '' ? (
            <span className="why">{t('step.waits', { on: waits.join(', ') })}</span>
          ) : null}
          {step.note ? <span className="why">{step.note}</span> : null}
          {step.movedBecause ? <span className="why">{t('step.reason', { reason: step.movedBecause })}</span> : null}
          {step.reason && step.reason !== step.movedBecause ? (
            <span className="why">{t('step.why', { reason: step.reason })}</span>
          ) : null}
          <VerificationNote verification={step.verification} today={day} />
          <EvidenceList contract={contract} evidence={step.evidence} />
        </th>
        <td className="step-state">
          <ItemStateMark state={step.state} />
          {step.status === 'started' ? <span className="why">{t('step.underway', { progress: step.progress })}</span> : null}
          {step.risk !== 'on_track' && step.done === '' ? <span className="why">{t(`word.${step.risk}`)}</span> : null}
        </td>
        <td className="step-agreed">
          {step.planned === '' ? null : (
            <DayText
              day={step.planned}
              today={day}
              late={step.state === 'overdue' || (open && step.expected === '')}
              plain={step.done !== ''}
            />
          )}
          {step.decides && step.due !== '' ? (
            <span className="why">
              {t('gantt.agreed')} <DayText day={step.due} today={day} plain />
            </span>
          ) : null}
          {safe && safe.day !== '' ? <SafeUntil safe={safe} today={day} /> : null}
        </td>
        <td className="step-now">
          {step.done ? (
            <>
              {t('step.doneOn')} <DayText day={step.done} today={day} plain />
            </>
          ) : step.expected && step.expected !== step.planned ? (
            <>
              {t('step.expectedOn')} <DayText day={step.expected} today={day} late />
            </>
          ) : (
            <span className="soft">{t('overview.nothingNext')}</span>
          )}
        </td>
        {owners ? <td className="step-owner">{step.owner}</td> : null}
        <td className="acts-cell screen-only">
          {step.canReport && !past ? (
            <button type="button" className="linklike" onClick={() => address.open('update', step.id)}>
              {t('step.update')}
              <span className="sr-only"> {step.title}</span>
            </button>
          ) : null}
          {step.canVerify && !past ? (
            <button type="button" className="linklike" onClick={() => address.open('verify', step.id)}>
              {t('task.verify')}
              <span className="sr-only"> {step.title}</span>
            </button>
          ) : null}
        </td>
      </tr>
      {(form === 'update' || form === 'done' || form === 'move') && step.canReport ? (
        <tr className="form-row">
          <td colSpan={6}>
            <StepForm key={form} contract={contract} goal={page.goal.id} step={step} waits={waits} today={page.today} intent={form} onClose={address.closer(form, step.id)} />
          </td>
        </tr>
      ) : null}
      {form === 'verify' && step.canVerify && step.fact ? (
        <tr className="form-row">
          <td colSpan={6}>
            <VerifyForm
              contract={contract}
              claim={step.fact}
              evidence={step.evidence}
              today={page.today}
              expects={step.verification?.fact.id ?? ''}
              save={(body, how) => verifyStep(contract, step.id, body, how)}
              onClose={address.closer(form, step.id)}
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}

/** Until when the step costs nothing, and what it costs then. */
function SafeUntil({ safe, today }: { safe: SafeDay; today: Day }) {
  const { t, language } = useText()
  return (
    <Link to="/c/$contract/last-safe-days" params={{ contract: useContractId() }} className="why quiet safe-until">
      {t(safe.day < today ? 'safe.was' : 'safe.until', {
        day: shortDay(safe.day, today, language),
        points: formatRat(safe.points, language),
      })}
    </Link>
  )
}
