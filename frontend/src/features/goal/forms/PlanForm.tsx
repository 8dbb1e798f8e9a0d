import type { Day, Item, StepAddition } from '@/shared/api/wire'
import { TextField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
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
  const saving = useSaving({
    contract,
    draft,
    save: (body: StepAddition) => addStep(contract, item.id, body),
    onClose,
  })
  const body = (): StepAddition => ({ id: draft.id, day: today, ...values })
  return (
    <FactForm
      title={t('plan.form', { item: item.title })}
      submit={t('plan.add')}
      draft={draft}
      saving={saving}
      body={body}
      mine={{ ...values }}
      onInsist={() => saving.send(body())}
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
    </FactForm>
  )
}
