import type { Amendment, AmendmentDecision } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { decideAmendment, type Side } from '../api/decideAmendment'

interface Props {
  contract: string
  amendment: Amendment
  side: Side
  today: string
  onClose: () => void
}

interface Values {
  verdict: AmendmentDecision['verdict'] | ''
  reason: string
}

/** One party's yes or no to a proposal, or to the contract itself. */
export function DecideForm({ contract, amendment, side, today, onClose }: Props) {
  const { t } = useText()
  const number = String(amendment.number)
  const words = amendment.base === 0 ? 'signing' : 'amendment'
  const draft = useDraft<Values>(`${contract}/amendment/${number}/${side}`, '', () => ({ verdict: '', reason: '' }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: AmendmentDecision) => decideAmendment(contract, number, side, body),
    onClose,
  })
  const body = (expects: string) =>
    ({ id: draft.id, expects, day: today, verdict: values.verdict, reason: values.reason }) as AmendmentDecision
  return (
    <FactForm
      title={t(side === 'agency' ? `${words}.answerAgency` : `${words}.answerDepartment`)}
      submit={t(values.verdict === 'refused' ? `${words}.refuse` : `${words}.approve`)}
      draft={draft}
      saving={saving}
      body={body}
      mine={{ ...values }}
    >
      <Choice
        label={t('amendment.verdict')}
        hint={t(`${words}.bothHint`)}
        value={values.verdict}
        options={[
          { value: 'approved', label: t(`${words}.chooseYes`) },
          { value: 'refused', label: t(`${words}.chooseNo`) },
        ]}
        error={fault(saving.problem, 'verdict')}
        onChange={(verdict) => set({ verdict })}
      />
      <AreaField
        label={t('form.reason')}
        hint={t('amendment.reasonHint')}
        value={values.reason}
        error={fault(saving.problem, 'reason')}
        onChange={(reason) => set({ reason })}
      />
    </FactForm>
  )
}
