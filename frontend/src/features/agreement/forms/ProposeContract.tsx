import { useNavigate } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import type { ContractProposal, NewChecked } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { FormFrame } from '@/shared/form/FormFrame'
import type { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { proposeContract } from '../api/draft'

interface Props {
  draft: ReturnType<typeof useDraft<{ source: string; reason: string }>>
  found: NewChecked
  onCancel: () => void
}

/** Puts the draft before both parties, to be signed. */
export function ProposeContract({ draft, found, onCancel }: Props) {
  const { t } = useText()
  const { today } = useSession()
  const navigate = useNavigate()
  const { values, set } = draft
  const saving = useSaving({
    contract: found.id,
    draft,
    save: (body: ContractProposal) => proposeContract(found.id, body),
    onClose: () => void navigate({ to: '/drafts/$contract', params: { contract: found.id } }),
  })
  const send = () => saving.send({ id: draft.id, expects: '', day: today, source: values.source, reason: values.reason })
  return (
    <FormFrame
      title={t('newContract.ready', { title: found.title, id: found.id, count: found.goals })}
      submit={t('signing.put')}
      problem={saving.problem?.status === 404 ? { ...saving.problem, detail: t('signing.notSeen', { id: found.id }) } : saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={undefined}
      mine={{ reason: values.reason }}
      onSubmit={send}
      onInsist={send}
      onYield={onCancel}
      onCancel={onCancel}
    >
      <p>{t('signing.rule')}</p>
      <AreaField
        label={t('signing.reason')}
        hint={t('signing.reasonHint')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FormFrame>
  )
}
