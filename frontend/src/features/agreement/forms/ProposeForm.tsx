import { useNavigate } from '@tanstack/react-router'
import type { AmendmentProposal } from '@/shared/api/wire'
import { AreaField, TextField } from '@/shared/form/Field'
import { FormFrame } from '@/shared/form/FormFrame'
import type { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { proposeAmendment } from '../api/proposeAmendment'

interface Values {
  from: string
  reason: string
}

interface Props {
  contract: string
  draft: ReturnType<typeof useDraft<Values>>
  /** The file as it is to be. */
  source: string
  today: string
  until: string
  /** The file passes and changes something. */
  ready: boolean
}

/** Puts the draft before both parties, with the day from which it holds and why. */
export function ProposeForm({ contract, draft, source, today, until, ready }: Props) {
  const { t } = useText()
  const navigate = useNavigate()
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: AmendmentProposal) => proposeAmendment(contract, body),
    onClose: (saved) =>
      void (saved
        ? navigate({ to: '/c/$contract/amendments/$amendment', params: { contract, amendment: saved.fact.subject } })
        : navigate({ to: '/c/$contract/agreement', params: { contract } })),
  })
  const send = () =>
    saving.send({ id: draft.id, expects: '', day: today, source, from: values.from, reason: values.reason })
  return (
    <FormFrame
      title={t('amend.send')}
      submit={t('amend.submit')}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={undefined}
      mine={{ from: values.from, reason: values.reason }}
      onSubmit={send}
      onInsist={send}
      onYield={saving.leave}
      onCancel={saving.leave}
    >
      <p className="small">{t('amendment.rule')}</p>
      {ready ? null : <p className="soft">{t('amend.notReady')}</p>}
      <TextField
        label={t('amend.from')}
        hint={t('amend.fromHint')}
        type="date"
        size="short"
        min={today}
        max={until}
        value={values.from}
        error={fault(saving.problem, 'from')}
        onChange={(from) => set({ from })}
      />
      <AreaField
        label={t('amend.reason')}
        hint={t('amend.reasonHint')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FormFrame>
  )
}
