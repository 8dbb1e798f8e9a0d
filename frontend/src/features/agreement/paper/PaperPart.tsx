import { useId, useState } from 'react'
import type { Suggestions } from '@/shared/api/wire'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { useSending } from '@/shared/form/useSending'
import { useText } from '@/shared/text/useText'
import { draftContract, suggestContract } from '../api/paper'
import { draftOf, newGoal, nothing, withGoals, type Answers } from './answers'
import { FrameFields } from './FrameFields'
import { GoalFields } from './GoalFields'
import { readPaper } from './readPaper'

/** Writes a contract's file from its paper: the text beside the answers, and suggestions that a person confirms. */
export function PaperPart({ onWritten }: { onWritten: (source: string) => void }) {
  const { t } = useText()
  const draft = useDraft<Answers>('new-contract-paper', '', nothing)
  const answers = draft.values
  const [found, setFound] = useState<Suggestions>()
  const finding = useSending(suggestContract, (suggestions) => {
    setFound(suggestions)
    draft.set(withGoals(answers, suggestions.goals))
  })
  const writing = useSending(draftContract, onWritten)
  const problem = finding.problem ?? writing.problem
  const set = (place: number, goal: Answers['goals'][number] | undefined) =>
    draft.set({ goals: answers.goals.flatMap((one, i) => (i === place ? (goal ? [goal] : []) : [one])) })
  return (
    <details className="beginning">
      <summary>{t('paper.heading')}</summary>
      <p className="soft">{t('paper.what')}</p>
      <RestoredLine restored={draft.restored} />
      <PaperText text={answers.text} onText={(text) => draft.set({ text })} />
      <FrameFields answers={answers} onChange={draft.set} />
      <p>
        <button
          type="button"
          className="button button-secondary"
          disabled={answers.text.trim() === '' || finding.sending}
          onClick={() => finding.send({ text: answers.text, from: answers.from })}
        >
          {t('paper.find')}
        </button>
      </p>
      {found ? <p role="status">{foundWords(found)}</p> : null}
      <ol className="plain paper-goals">
        {answers.goals.map((goal, i) => (
          <li key={i}>
            <GoalFields goal={goal} weighted={answers.weights !== 'none'} found={found} onChange={(changed) => set(i, changed)} />
          </li>
        ))}
      </ol>
      <p>
        <button type="button" className="button button-tertiary" onClick={() => draft.set({ goals: [...answers.goals, newGoal()] })}>
          {t('paper.goal.add')}
        </button>
      </p>
      {problem ? (
        <div className="alert alert-error" role="alert">
          <p>{problem.detail}</p>
          <ul>{problem.errors?.map((one) => <li key={one.location}>{one.message}</li>)}</ul>
        </div>
      ) : null}
      {finding.unreachable || writing.unreachable ? <p className="alert alert-error" role="alert">{t('form.unreachable')}</p> : null}
      <p>
        <button
          type="button"
          className="button button-primary"
          disabled={answers.goals.length === 0 || writing.sending}
          onClick={() => writing.send(draftOf(answers))}
        >
          {t('paper.write')}
        </button>
      </p>
    </details>
  )

  function foundWords(all: Suggestions): string {
    if (all.goals.length + all.days.length + all.targets.length + all.limits.length === 0) return t('paper.found.none')
    return t('paper.found', { goals: all.goals.length, days: all.days.length, targets: all.targets.length + all.limits.length })
  }
}

function PaperText({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useText()
  const id = useId()
  const [failed, setFailed] = useState<string>()
  const read = (file: File | undefined) => {
    if (!file) return
    setFailed(undefined)
    readPaper(file).then(onText, () => setFailed(file.name))
  }
  return (
    <>
      <label className="form-label" htmlFor={`${id}-file`}>
        {t('paper.file')}
      </label>
      <input id={`${id}-file`} type="file" accept=".pdf,.docx,.txt,.md" onChange={(event) => read(event.target.files?.[0])} />
      {failed ? <p className="form-error-message" role="alert">{t('paper.unreadable', { name: failed })}</p> : null}
      <label className="form-label" htmlFor={`${id}-text`}>
        {t('paper.text')}
      </label>
      <textarea id={`${id}-text`} className="form-input paper-text" rows={8} value={text} onChange={(event) => onText(event.target.value)} />
    </>
  )
}
