import type { How } from '@/shared/api/how'
import type { Day, Entry, SaidAnswer } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { versionOf, withTheirs } from '@/shared/form/chosen'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { answerQuestion } from '../api/answerQuestion'

interface Props {
  contract: string
  goal: string
  entry: Entry
  today: Day
  onClose: () => void
}

/** The answer of the one who was asked. */
export function AnswerForm({ contract, goal, entry, today, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft(`${contract}/answer/${goal}/${entry.name}`, entry.answer?.fact.id ?? '', () => ({
    text: entry.answer?.text ?? '',
  }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: SaidAnswer, how?: How) => answerQuestion(contract, goal, entry.name, body, how),
    hold: true,
    onClose,
  })
  const body = (expects: string): SaidAnswer => ({
    id: draft.id,
    expects,
    day: today,
    question: entry.fact.id,
    text: values.text,
  })
  return (
    <FactForm
      title={t('talk.answerTo', { who: entry.fact.actor.name })}
      submit={t('talk.sendAnswer')}
      draft={draft}
      saving={saving}
      body={body}
      corrects={entry.answer !== null}
      mine={values}
      // The question in other words is read and answered as it is now.
      onInsist={(current, theirs) =>
        saving.send(
          current.kind === 'discussion.answer'
            ? withTheirs(body(current.id), versionOf(current), theirs)
            : body(draft.seen),
        )
      }
    >
      <AreaField
        label={t('talk.answer')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FactForm>
  )
}
