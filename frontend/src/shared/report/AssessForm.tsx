import type { How } from '@/shared/api/how'
import type { GoalAssessment, GoalPage } from '@/shared/api/wire'
import { formatRange, formatRat } from '@/shared/format/rat'
import { Choice } from '@/shared/form/Choice'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { assessGoal } from './api/assessGoal'

interface Values {
  degree: string
  reason: string
}

const withdraw = 'withdraw'

/** Management's degree with its reason, beside the calculated one. */
export function AssessForm({ page, onClose }: { page: GoalPage; onClose: () => void }) {
  const { t, language } = useText()
  const contract = page.contract.id
  const draft = useDraft<Values>(`${contract}/assess/${page.goal.id}`, page.assessmentFact, () => ({
    degree: page.assessment?.degree ?? '',
    reason: '',
  }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: GoalAssessment, how?: How) => assessGoal(contract, page.goal.id, body, how),
    hold: true,
    onClose,
  })
  const withdrawn = values.degree === withdraw
  const body = (expects: string): GoalAssessment => ({
    id: draft.id,
    expects,
    day: page.today,
    degree: withdrawn ? undefined : values.degree,
    reason: values.reason,
    withdrawn,
  })
  const options = page.goal.scale.map((degree) => ({ value: degree, label: formatRat(degree, language) }))
  if (page.assessment) options.push({ value: withdraw, label: t('assess.withdraw') })
  return (
    <FactForm
      title={t('assess.form')}
      submit={t('assess.save')}
      draft={draft}
      saving={saving}
      body={body}
      mine={{ degree: values.degree, reason: values.reason }}
      corrects={page.assessment !== null}
    >
      <Choice
        label={t('assess.degree')}
        hint={t('assess.calculated', { figure: formatRange(page.line.calculated, language) })}
        value={values.degree}
        options={options}
        error={fault(saving.problem, 'degree')}
        onChange={(degree) => set({ degree })}
      />
      <AreaField
        label={t('form.reason')}
        hint={t('assess.reasonHint')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FactForm>
  )
}
