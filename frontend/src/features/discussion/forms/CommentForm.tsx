import type { Day, Entry, SaidComment } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { versionOf, withTheirs } from '@/shared/form/chosen'
import { FormFrame } from '@/shared/form/FormFrame'
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
  const leave = () => {
    draft.clear()
    onClose()
  }
  const saving = useSaving(contract, (body: SaidComment) => comment(contract, goal, body), leave, { forget: draft.clear })
  const body = (expects: string): SaidComment => ({ id: draft.id, expects, day: today, text: values.text, name: entry?.name ?? '' })
  return (
    <FormFrame
      title={entry ? t('talk.correct') : t('talk.comment')}
      submit={entry ? t('talk.correct') : t('talk.sendComment')}
      problem={saving.problem}
      unreachable={saving.unreachable}
      sending={saving.sending}
      restored={draft.restored}
      corrects={entry !== undefined}
      mine={values}
      onSubmit={() => saving.send(body(draft.seen))}
      onInsist={(current, theirs) => saving.send(withTheirs(body(current.id), versionOf(current), theirs))}
      onYield={leave}
      onCancel={leave}
    >
      <AreaField
        label={t('talk.text')}
        value={values.text}
        error={fault(saving.problem, 'text')}
        onChange={(text) => set({ text })}
      />
    </FormFrame>
  )
}
