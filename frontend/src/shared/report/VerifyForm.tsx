import type { How } from '@/shared/api/how'
import type { ReactNode } from 'react'
import type { Day, Evidence, Fact, Saved, Verdict, StepVerification } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { EvidenceList } from '@/shared/ui/EvidenceList'

interface Props {
  contract: string
  /** What is claimed, and by which fact. */
  claim: Fact
  evidence: Evidence[]
  today: Day
  /** The verification that the person saw; empty where there was none. */
  expects: string
  /** What the person came to say. */
  start?: Verdict
  /** Leads to the subsample of the cases that the claim rests on; what is accepted without it needs a reason. */
  sample?: ReactNode
  save: (body: Said, how?: How) => Promise<Saved>
  onClose: () => void
}

/** What is said, and of a result that rests on cases why no subsample was looked at. */
type Said = StepVerification & { unsampled?: string }

interface Values {
  verdict: Verdict | ''
  note: string
  unsampled: string
}

/** A second pair of eyes: accept, or return with a question. */
export function VerifyForm({ contract, claim, evidence, today, expects, start, sample, save, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft<Values>(`${contract}/verify/${claim.id}/${start ?? ''}`, expects, () => ({ verdict: start ?? '', note: '', unsampled: '' }))
  const { values, set } = draft
  const saving = useSaving({ contract, draft, save, hold: true, onClose })
  const accepted = values.verdict === 'accepted'
  const body = (seen: string): Said => ({
    id: draft.id,
    expects: seen,
    day: today,
    fact: claim.id,
    // Unsaid, the server answers at the field that it is needed.
    verdict: values.verdict as Verdict,
    note: values.note,
    ...(sample && accepted ? { unsampled: values.unsampled } : {}),
  })
  return (
    <FactForm
      title={t('verify.form')}
      submit={values.verdict === '' ? t('verify.save') : t(`verify.${values.verdict === 'returned' ? 'return' : 'accept'}`)}
      draft={draft}
      saving={saving}
      body={body}
      mine={{ verdict: values.verdict, note: values.note }}
    >
      <blockquote className="claim">
        <p>{claim.sentence}</p>
        <p className="small soft">{t('verify.by', { who: claim.actor.name })}</p>
        <EvidenceList contract={contract} evidence={evidence} empty />
      </blockquote>
      <Choice
        label={t('body.verdict')}
        value={values.verdict}
        error={fault(saving.problem, 'verdict')}
        options={[
          { value: 'accepted', label: t('verify.acceptOption') },
          { value: 'returned', label: t('verify.returnOption') },
        ]}
        onChange={(verdict) => set({ verdict })}
      />
      {sample && accepted ? (
        <>
          <p>{sample}</p>
          <AreaField
            label={t('verify.unsampled')}
            value={values.unsampled}
            error={fault(saving.problem, 'unsampled')}
            onChange={(unsampled) => set({ unsampled })}
          />
        </>
      ) : null}
      <AreaField
        label={values.verdict === 'returned' ? t('verify.question') : t('form.note')}
        hint={values.verdict === 'returned' ? undefined : t('form.optional')}
        value={values.note}
        error={fault(saving.problem, 'note')}
        onChange={(note) => set({ note })}
      />
    </FactForm>
  )
}
