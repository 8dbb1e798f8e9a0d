import { useQuery } from '@tanstack/react-query'
import type { How } from '@/shared/api/how'
import { useSession } from '@/shared/api/session'
import type { Day, Entry, SaidQuestion } from '@/shared/api/wire'
import { AreaField, Field } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { ask } from '../api/ask'
import { peopleQuery } from '../api/people'

interface Props {
  contract: string
  goal: string
  today: Day
  /** The question that is put in other words. */
  entry?: Entry | undefined
  onClose: () => void
}

/** A question to somebody by name; it waits on their first page. */
export function AskForm({ contract, goal, today, entry, onClose }: Props) {
  const { t, language } = useText()
  const { subject } = useSession()
  const { data = [] } = useQuery(peopleQuery(contract))
  const people = data
    .filter((person) => person.subject !== subject)
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  const draft = useDraft(`${contract}/ask/${goal}/${entry?.name ?? ''}`, entry?.fact.id ?? '', () => ({
    text: entry?.text ?? '',
    to: entry?.to?.subject ?? '',
  }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: SaidQuestion, how?: How) => ask(contract, goal, body, how),
    hold: true,
    onClose,
  })
  const body = (expects: string): SaidQuestion => ({
    id: draft.id,
    expects,
    day: today,
    text: values.text,
    to: { subject: values.to, name: '' },
    name: entry?.name ?? '',
  })
  return (
    <FactForm
      title={entry ? t('talk.rephrase') : t('talk.ask')}
      submit={entry ? t('talk.rephrase') : t('talk.sendQuestion')}
      draft={draft}
      saving={saving}
      body={body}
      corrects={entry !== undefined}
      mine={{ text: values.text }}
    >
      <Field label={t('talk.to')} hint={t('talk.toHint')} error={fault(saving.problem, 'to')}>
        {(control) => (
          <select {...control} className="form-select" value={values.to} onChange={(event) => set({ to: event.target.value })}>
            <option value="">{t('talk.choose')}</option>
            {people.map((person) => (
              <option key={person.subject} value={person.subject}>
                {person.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <AreaField
        label={t('talk.question')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FactForm>
  )
}
