import { useState } from 'react'
import type { Day, WorkLine } from '@/shared/api/wire'
import { AreaField, TextField } from '@/shared/form/Field'
import { FormFrame } from '@/shared/form/FormFrame'
import { useDraft } from '@/shared/form/useDraft'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { keyOf, type Many } from '../acts'
import { idsFor, sendLine, type Ids, type Words } from '../bulk'
import { useBulk } from '../useBulk'

interface Props {
  many: Many
  chosen: WorkLine[]
  today: Day
  /** Hands back the keys of those that are still chosen. */
  onClose: (left: string[]) => void
}

interface Values extends Words {
  ids: Ids
}

/** One day and one note for several lines; each becomes a fact of its own. */
export function ManyForm({ many, chosen, today, onClose }: Props) {
  const { t } = useText()
  const draft = useDraft<Values>(`work/${many}`, '', () => ({ day: today, note: '', ids: {} }))
  const { values, set } = draft
  // What failed stays here with its reason, also when the list no longer has it.
  const [lines, setLines] = useState(chosen)
  const leave = () => {
    draft.clear()
    onClose(lines.map(keyOf))
  }
  const bulk = useBulk((left) => {
    setLines((before) => before.filter((line) => left.includes(keyOf(line))))
    if (left.length > 0) return
    draft.clear()
    onClose([])
  })
  const send = () => {
    const ids = idsFor(lines, values.ids)
    set({ ids })
    bulk.send(lines.map((line) => ({ line, send: (how) => sendLine(many, line, ids[keyOf(line)] ?? '', values, how) })))
  }
  return (
    <FormFrame
      title={t(`work.form.${many}`, { count: lines.length })}
      submit={t(many === 'done' ? 'work.manyDone' : 'work.manyAccept', { count: lines.length })}
      problem={undefined}
      unreachable={false}
      sending={bulk.busy}
      restored={draft.restored}
      mine={{}}
      held={bulk.held}
      onSubmit={send}
      onInsist={leave}
      onYield={leave}
      onCancel={leave}
    >
      <ul className="plain many-lines">
        {lines.map((line) => {
          const failed = bulk.failures[keyOf(line)]
          return (
            <li key={keyOf(line)}>
              {tidy(line.title)}{' '}
              <button type="button" className="linklike" onClick={() => setLines(lines.filter((one) => one !== line))}>
                {t('work.drop')}
                <span className="sr-only"> {line.title}</span>
              </button>
              {failed === undefined ? null : (
                <p className="form-error-message" role="alert">
                  {failed}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {many === 'done' ? (
        <TextField
          label={t('form.dayDone')}
          type="date"
          size="short"
          max={today}
          value={values.day}
          onChange={(day) => set({ day })}
        />
      ) : null}
      <AreaField
        label={t('form.note')}
        hint={t('work.noteHint')}
        value={values.note}
        onChange={(note) => set({ note })}
      />
    </FormFrame>
  )
}
