import type { Verdict } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { FactForm } from '@/shared/form/FactForm'
import { AreaField, TextField } from '@/shared/form/Field'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { verifyResult } from '@/shared/report/api/verifyResult'
import { AddressLink } from '@/shared/ui/AddressLink'
import { useText } from '@/shared/text/useText'
import type { SamplePageData } from '../sampleApi'
import { checkedOf, unmarked, type Marks } from '../marks'
import { SampleTable } from './SampleTable'

interface Props {
  page: SamplePageData
  contract: string
  onClose: () => void
}

interface Values {
  marks: Marks
  verdict: Verdict | ''
  note: string
}

/** Each drawn case is marked, then the result accepted or returned. */
export function SampleForm({ page, contract, onClose }: Props) {
  const { t } = useText()
  const { result, drawn, goal, requirement, today } = page
  const draft = useDraft<Values>(`${contract}/sample/${result.id}`, page.verified?.id ?? '', () => ({ marks: {}, verdict: '', note: '' }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: ReturnType<typeof bodyOf>, how) => verifyResult(contract, requirement, body, how),
    hold: true,
    onClose,
  })
  const bodyOf = (expects: string) => ({
    id: draft.id,
    expects,
    day: today,
    fact: result.id,
    subject: result.subject,
    // Unsaid, the server answers at the field that it is needed.
    verdict: values.verdict as Verdict,
    note: values.note,
    sample: { cases: checkedOf(values.marks, drawn), differing: 0, upper: 0 },
  })
  const mark = (reference: string, change: Partial<Marks[string]>) =>
    set({ marks: { ...values.marks, [reference]: { found: '', note: '', ...values.marks[reference], ...change } } })
  const left = unmarked(values.marks, drawn)
  const noteAt = (reference: string) => checkedOf(values.marks, drawn).findIndex((one) => one.reference === reference)
  return (
    <FactForm
      title={t('cases.sampleForm')}
      submit={t(values.verdict === 'returned' ? 'verify.return' : 'verify.accept')}
      draft={draft}
      saving={saving}
      body={bodyOf}
      mine={{ verdict: values.verdict, note: values.note }}
    >
      <SampleTable
        page={page}
        ask={(reference) => (
          <>
            <Choice
              label={t('cases.sampleIs', { reference })}
              value={values.marks[reference]?.found ?? ''}
              options={[
                { value: 'same', label: t('cases.sampleSame') },
                { value: 'differs', label: t('cases.sampleDiffers') },
              ]}
              onChange={(found) => mark(reference, { found })}
            />
            {values.marks[reference]?.found === 'differs' ? (
              <TextField
                label={t('cases.sampleHow')}
                value={values.marks[reference]?.note ?? ''}
                error={fault(saving.problem, `sample.cases[${noteAt(reference)}].note`)}
                onChange={(note) => mark(reference, { note })}
              />
            ) : null}
          </>
        )}
      />
      {left > 0 ? <p className="small">{t('cases.sampleLeft', { count: left })}</p> : null}
      {fault(saving.problem, 'sample.cases') ? <p className="form-error-message">{fault(saving.problem, 'sample.cases')}</p> : null}
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
      <p className="small">
        <AddressLink to={`/c/${contract}/goals/${goal}?${new URLSearchParams({ form: 'verify', on: result.subject }).toString()}`}>
          {t('cases.sampleWithout')}
        </AddressLink>
      </p>
    </FactForm>
  )
}
