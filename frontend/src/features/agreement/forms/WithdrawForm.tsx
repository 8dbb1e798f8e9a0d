import type { Amendment, AmendmentWithdrawal } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { withdrawAmendment } from '../api/withdrawAmendment'

interface Props {
  contract: string
  amendment: Amendment
  today: string
  onClose: () => void
}

/** Takes a proposal back; it stays to be read. */
export function WithdrawForm({ contract, amendment, today, onClose }: Props) {
  const { t } = useText()
  const number = String(amendment.number)
  const title = t(amendment.base === 0 ? 'signing.withdraw' : 'amendment.withdraw')
  const draft = useDraft<{ reason: string }>(`${contract}/amendment/${number}/withdraw`, '', () => ({ reason: '' }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: AmendmentWithdrawal) => withdrawAmendment(contract, number, body),
    onClose,
  })
  const body = (expects: string): AmendmentWithdrawal => ({ id: draft.id, expects, day: today, reason: values.reason })
  return (
    <FactForm
      title={title}
      submit={title}
      draft={draft}
      saving={saving}
      body={body}
      mine={{ ...values }}
    >
      <AreaField
        label={t('form.reason')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FactForm>
  )
}
