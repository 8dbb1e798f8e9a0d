import { useQuery } from '@tanstack/react-query'
import type { Day, GoalPage, WorkLine } from '@/shared/api/wire'
import type { FormName } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { AssessForm } from '@/shared/report/AssessForm'
import { ResultForm } from '@/shared/report/ResultForm'
import { StepForm } from '@/shared/report/StepForm'
import { SampleLink } from '@/shared/report/SampleLink'
import { VerifyForm } from '@/shared/report/VerifyForm'
import { goalQuery } from '@/shared/report/api/goal'
import { verifyResult } from '@/shared/report/api/verifyResult'
import { verifyStep } from '@/shared/report/api/verifyStep'

export interface TaskFormProps {
  line: WorkLine
  form: FormName
  today: Day
  onClose: () => void
}

/** The form of a line, with the goal as it is when the form opens. */
export function TaskForm(props: TaskFormProps) {
  const { line } = props
  const { data, error, refetch } = useQuery(goalQuery(line.contract, line.goal, undefined))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  if (line.kind === 'assess') return data.canAssess ? <AssessForm page={data} onClose={props.onClose} /> : <Gone />
  return line.kind.endsWith('step') ? <OnStep page={data} {...props} /> : <OnResult page={data} {...props} />
}

type Within = TaskFormProps & { page: GoalPage }

function OnStep({ page, line, form, today, onClose }: Within) {
  const step = page.requirements
    .flatMap((requirement) => requirement.items.flatMap((item) => item.steps))
    .find((one) => one.id === line.subject)
  if (!step) return <Gone />
  if (form === 'done' || form === 'move' || form === 'update') {
    return <StepForm contract={line.contract} goal={line.goal} step={step} today={today} intent={form} onClose={onClose} />
  }
  if (!step.fact || !step.canVerify) return <Gone />
  return (
    <VerifyForm
      contract={line.contract}
      claim={step.fact}
      evidence={step.evidence}
      today={today}
      expects={step.verification?.fact.id ?? ''}
      start={form === 'return' ? 'returned' : 'accepted'}
      save={(body, how) => verifyStep(line.contract, step.id, body, how)}
      onClose={onClose}
    />
  )
}

function OnResult({ page, line, form, today, onClose }: Within) {
  const [id, month = ''] = line.subject.split('/')
  const requirement = page.requirements.find((one) => one.id === id)
  const result = requirement?.results.find((one) => one.subject === line.subject)
  if (!requirement) return <Gone />
  if (form === 'result') {
    return (
      <ResultForm
        contract={line.contract}
        goal={line.goal}
        requirement={requirement}
        month={month}
        previous={result}
        today={today}
        onClose={onClose}
      />
    )
  }
  if (!result?.canVerify) return <Gone />
  return (
    <VerifyForm
      contract={line.contract}
      claim={result.fact}
      evidence={result.evidence}
      today={today}
      expects={result.verification?.fact.id ?? ''}
      start={form === 'return' ? 'returned' : 'accepted'}
      sample={result.ofCases ? <SampleLink contract={line.contract} goal={line.goal} requirement={requirement.id} subject={result.subject} /> : undefined}
      save={(body, how) => verifyResult(line.contract, requirement.id, { ...body, subject: result.subject }, how)}
      onClose={onClose}
    />
  )
}

/** Somebody else has done it since the list was made. */
function Gone() {
  const { t } = useText()
  return (
    <p className="empty" role="status">
      {t('work.gone')}
    </p>
  )
}
