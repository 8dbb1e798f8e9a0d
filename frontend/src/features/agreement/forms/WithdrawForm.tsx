import type { Amendment, AmendmentWithdrawal } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { versionOf, withTheirs } from '@/shared/form/chosen'
import { FormFrame } from '@/shared/form/FormFrame'
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
  const draft = useDraft<{ reason: string }>(`${contract}/amendment/${number}/withdraw`, '', () => ({ reason: '' }))
  const { values, set } = draft
  const leave = () => {
    draft.clear()
    onClose()
  }
  const saving = useSaving(contract, (body: AmendmentWithdrawal) => withdrawAmendment(contract, number, body), leave)
  const body = (expects: string): AmendmentWithdrawal => ({ id: draft.id, expects, day: today, reason: values.reason })
  return (
    <FormFrame
      title={t('amendment.withdraw')}
      submit={t('amendment.withdraw')}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={draft.restored}
      mine={{ ...values }}
      onSubmit={() => saving.send(body(draft.seen))}
      onInsist={(current, theirs) => saving.send(withTheirs(body(current.id), versionOf(current), theirs))}
      onYield={leave}
      onCancel={leave}
    >
      <AreaField
        label={t('form.reason')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FormFrame>
  )
}
