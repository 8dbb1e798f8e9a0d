import type { Day, Item, StepAddition } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { FormFrame } from '@/shared/form/FormFrame'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { addStep } from '../api/addStep'

interface Props {
  contract: string
  item: Item
  today: Day
  onClose: () => void
}

interface Values {
  title: string
  planned: Day
  owner: string
  dependsOn: string[]
}

/** A working step of one's own under an item; it never decides the degree. */
export function PlanForm({ contract, item, today, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft<Values>(`${contract}/plan/${item.id}`, '', () => ({ title: '', planned: '', owner: '', dependsOn: [] }))
  const { values, set } = draft
  const leave = () => {
    draft.clear()
    onClose()
  }
  const saving = useSaving(contract, (body: StepAddition) => addStep(contract, item.id, body), leave)
  const send = () => saving.send({ id: draft.id, day: today, ...values })
  return (
    <FormFrame
      title={t('plan.form', { item: item.title })}
      submit={t('plan.add')}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={draft.restored}
      mine={{ ...values }}
      onSubmit={send}
      onInsist={send}
      onYield={leave}
      onCancel={leave}
    >
      <TextField
        label={t('body.title')}
        hint={t('plan.hint')}
        value={values.title}
        error={fault(saving.problem, 'title')}
        onChange={(title) => set({ title })}
      />
      <TextField
        label={t('plan.planned')}
        type="date"
        size="short"
        value={values.planned}
        error={fault(saving.problem, 'planned')}
        onChange={(planned) => set({ planned })}
      />
      <TextField
        label={t('body.owner')}
        hint={t('form.optional')}
        value={values.owner}
        error={fault(saving.problem, 'owner')}
        onChange={(owner) => set({ owner })}
      />
      <fieldset className="form-group choice">
        <legend className="form-label">{t('body.dependsOn')}</legend>
        <span className="choices">
          {item.steps.map((step) => (
            <label key={step.id} className="choice-option">
              <input
                type="checkbox"
                checked={values.dependsOn.includes(step.id)}
                onChange={(event) =>
                  set({
                    dependsOn: event.target.checked
                      ? [...values.dependsOn, step.id]
                      : values.dependsOn.filter((id) => id !== step.id),
                  })
                }
              />
              <span>{step.title}</span>
            </label>
          ))}
        </span>
      </fieldset>
    </FormFrame>
  )
}
