import type { How } from '@/shared/api/how'
import type { Day, Entry, SaidWithdrawal } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
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
  const saving = useSaving({
    contract,
    draft,
    save: (body: SaidWithdrawal, how?: How) => withdraw(contract, goal, entry.name, body, how),
    hold: true,
    onClose,
  })
  const body = (): SaidWithdrawal => ({ id: draft.id, day: today, question: entry.fact.id, text: values.text })
  return (
    <FactForm
      title={t('talk.withdraw')}
      submit={t('talk.withdraw')}
      draft={draft}
      saving={saving}
      body={body}
      mine={values}
      onInsist={saving.leave}
    >
      <AreaField
        label={t('talk.why')}
        hint={t('form.optional')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FactForm>
  )
}
