import type { How } from '@/shared/api/how'
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
  save: (body: StepVerification, how?: How) => Promise<Saved>
  onClose: () => void
}

interface Values {
  verdict: Verdict | ''
  note: string
}

/** A second pair of eyes: accept, or return with a question. */
export function VerifyForm({ contract, claim, evidence, today, expects, start, save, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft<Values>(`${contract}/verify/${claim.id}/${start ?? ''}`, expects, () => ({ verdict: start ?? '', note: '' }))
  const { values, set } = draft
  const saving = useSaving({ contract, draft, save, hold: true, onClose })
  const body = (seen: string): StepVerification => ({
    id: draft.id,
    expects: seen,
    day: today,
    fact: claim.id,
    // Unsaid, the server answers at the field that it is needed.
    verdict: values.verdict as Verdict,
    note: values.note,
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
