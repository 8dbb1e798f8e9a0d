import type { How } from '@/shared/api/how'
import type { Day, Entry, SaidComment } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { FactForm } from '@/shared/form/FactForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault, useSaving } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { comment } from '../api/comment'

interface Props {
  contract: string
  goal: string
  today: Day
  /** The comment that is put right. */
  entry?: Entry | undefined
  onClose: () => void
}

/** Something said about the goal. */
export function CommentForm({ contract, goal, today, entry, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft(`${contract}/comment/${goal}/${entry?.name ?? ''}`, entry?.fact.id ?? '', () => ({
    text: entry?.text ?? '',
  }))
  const { values, set } = draft
  const saving = useSaving({
    contract,
    draft,
    save: (body: SaidComment, how?: How) => comment(contract, goal, body, how),
    hold: true,
    onClose,
  })
  const body = (expects: string): SaidComment => ({ id: draft.id, expects, day: today, text: values.text, name: entry?.name ?? '' })
  return (
    <FactForm
      title={entry ? t('talk.correct') : t('talk.comment')}
      submit={entry ? t('talk.correct') : t('talk.sendComment')}
      draft={draft}
      saving={saving}
      body={body}
      corrects={entry !== undefined}
      mine={values}
    >
      <AreaField
        label={t('talk.text')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FactForm>
  )
}
