import type { Day, Entry, SaidWithdrawal } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { FormFrame } from '@/shared/form/FormFrame'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { withdraw } from '../api/withdraw'

interface Props {
  contract: string
  goal: string
  entry: Entry
  today: Day
  onClose: () => void
}

/** Takes a question back that nobody needs an answer to any more. */
export function WithdrawForm({ contract, goal, entry, today, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft(`${contract}/withdraw/${goal}/${entry.name}`, '', () => ({ text: '' }))
  const { values, set } = draft
  const leave = () => {
    draft.clear()
    onClose()
  }
  const saving = useSaving(
    contract,
    (body: SaidWithdrawal) => withdraw(contract, goal, entry.name, body),
    leave,
    { forget: draft.clear },
  )
  const send = () => saving.send({ id: draft.id, day: today, question: entry.fact.id, text: values.text })
  return (
    <FormFrame
      title={t('talk.withdraw')}
      submit={t('talk.withdraw')}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={draft.restored}
      mine={values}
      onSubmit={send}
      onInsist={leave}
      onYield={leave}
      onCancel={leave}
    >
      <AreaField
        label={t('talk.why')}
        hint={t('form.optional')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FormFrame>
  )
}
