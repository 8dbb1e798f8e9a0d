import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { DropZone } from '@/shared/file/DropZone'
import { hexOf } from '@/shared/file/hex'
import { TextField } from '@/shared/form/Field'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { planSurvey, type OwnSurvey } from '../api/own'
import { begun, planOf, without, type Typed } from '../planned'
import { Wordings } from './Wordings'

interface Props {
  own: OwnSurvey
  contract: string
  requirement: string
  onSaved: () => void
}

/** What is asked, of whom, and until when; kept in the browser until it is planned. */
export function PlanForm({ own, contract, requirement, onSaved }: Props) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const draft = useDraft<Typed>(`survey-plan/${contract}/${requirement}`, own.expectsPlan, () => begun(own))
  const [file, setFile] = useState<File>()
  const typed = draft.values
  const planning = useMutation({
    mutationFn: async (list: File) =>
      planSurvey(contract, requirement, {
        ...planOf(typed), name: list.name, content: await hexOf(list), id: draft.id, day: own.today,
        ...(own.expectsPlan ? { expects: own.expectsPlan } : {}),
      }),
    onSuccess: async (saved) => {
      draft.clear()
      announce(t('form.saved', { what: saved.fact.sentence }))
      await client.invalidateQueries({ queryKey: keys.contract(contract) })
      await client.invalidateQueries({ queryKey: keys.work })
      onSaved()
    },
  })
  const problem = planning.error instanceof ApiProblem ? planning.error.problem : undefined
  const ofFile = problem?.errors?.filter(({ location }) => location.startsWith('file')) ?? []
  return (
    <form
      className="requirement screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        if (file) planning.mutate(file)
      }}
    >
      <h2>{t('survey.plan')}</h2>
      <RestoredLine restored={draft.restored} />
      <TextField label={t('survey.planTitle')} value={typed.title} error={fault(problem, 'title')} onChange={(title) => draft.set({ title })} />
      <h3>{t('survey.questions')}</h3>
      {typed.questions.map((question, i) => (
        <fieldset key={i} className="survey-question">
          <legend className="sr-only">{t('survey.questionNo', { number: i + 1 })}</legend>
          <Wordings
            label={t('survey.questionNo', { number: i + 1 })}
            value={question}
            errors={[fault(problem, `questions[${i}].title.da`), fault(problem, `questions[${i}].title.en`)]}
            onChange={(changed) => draft.set({ questions: typed.questions.map((one, j) => (j === i ? changed : one)) })}
          />
          <label className="choice-option">
            <input type="radio" name="overall" checked={typed.overall === i} onChange={() => draft.set({ overall: i })} />
            <span>{t('survey.isOverall')}</span>
          </label>{' '}
          {typed.questions.length > 1 ? (
            <button type="button" className="linklike" onClick={() => draft.set(without(typed, i))}>
              {t('survey.removeQuestion', { number: i + 1 })}
            </button>
          ) : null}
        </fieldset>
      ))}
      <button type="button" className="linklike" onClick={() => draft.set({ questions: [...typed.questions, { da: '', en: '' }] })}>
        {t('survey.addQuestion')}
      </button>
      <Wordings label={t('survey.remark')} value={typed.remark} errors={[fault(problem, 'remark.da'), fault(problem, 'remark.en')]} onChange={(remark) => draft.set({ remark })} />
      <details>
        <summary>{t('survey.scaleWords')}</summary>
        {typed.scale.map((word, i) => (
          <Wordings key={i} label={own.scale[i]?.da ?? String(i + 1)} value={word} errors={[fault(problem, `scale[${i}].da`), fault(problem, `scale[${i}].en`)]} onChange={(changed) => draft.set({ scale: typed.scale.map((one, j) => (j === i ? changed : one)) })} />
        ))}
        <Wordings label={t('survey.dontKnow')} value={typed.dontKnow} errors={[fault(problem, 'dontKnow.da'), fault(problem, 'dontKnow.en')]} onChange={(dontKnow) => draft.set({ dontKnow })} />
      </details>
      <h3>{t('survey.whom')}</h3>
      <p className="small soft">{t('survey.listWhat')}</p>
      <DropZone label={t('survey.dropList')} busy={planning.isPending} onFile={setFile} />
      {file ? <p className="small">{file.name}</p> : null}
      <div className="pair-of">
        <TextField label={t('survey.size')} size="short" numeric value={typed.size} error={fault(problem, 'size')} onChange={(size) => draft.set({ size })} />
        <TextField label={t('survey.closes')} size="short" type="date" min={own.today} value={typed.closes} error={fault(problem, 'closes')} onChange={(closes) => draft.set({ closes })} />
      </div>
      {planning.error && ofFile.length === 0 ? <Trouble error={planning.error} /> : null}
      {ofFile.length > 0 ? (
        <ul className="alert alert-error" role="alert">
          {ofFile.slice(0, 20).map(({ location, message }) => (
            <li key={location}>
              <strong>{location.replace(/^file\.?/, '')}</strong> {message}
            </li>
          ))}
        </ul>
      ) : null}
      {fault(problem, 'questions') ? <p className="form-error-message">{fault(problem, 'questions')}</p> : null}
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={!file || planning.isPending}>
          {t('survey.planIt')}
        </button>
        {file ? null : <span className="small soft">{t('survey.needsList')}</span>}
      </p>
    </form>
  )
}
