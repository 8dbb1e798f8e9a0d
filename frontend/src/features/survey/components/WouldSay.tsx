import { useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { fault } from '@/shared/form/useSaving'
import { AreaField, TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { Said } from '../useImport'
import type { Preview, SurveyPage } from '../wire'
import { Sureness } from './Standing'
import { WhoAnswered } from './WhoAnswered'

interface Props {
  page: SurveyPage
  preview: Preview
  busy: boolean
  error: unknown
  onWrite: (said: Said) => void
}

/** What the file says, beside what stood before, and the button that writes it. */
export function WouldSay({ page, preview, busy, error, onWrite }: Props) {
  const { t } = useText()
  const [said, setSaid] = useState<Said>({ day: page.day, final: true, note: '', reason: '' })
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const { result, before } = preview
  if (!result) return null
  return (
    <>
      <section className="requirement">
        <h2>{t('survey.would')}</h2>
        <p className="sub">
          {t('survey.standing', { share: result.shareText, answered: result.answered, words: result.scale.satisfied.join(', ') })}{' '}
          {page.target ? t('survey.isTarget', { target: page.target }) : null}{' '}
          {typeof result.kept === 'boolean' ? t(result.kept ? 'survey.kept' : 'survey.missed') : null}
        </p>
        {before ? <p>{t('survey.before', { share: before.shareText, answered: before.answered })}</p> : null}
        <Sureness view={result} />
      </section>
      <WhoAnswered view={result} />
      <form
        className="requirement"
        onSubmit={(event) => {
          event.preventDefault()
          onWrite(said)
        }}
      >
        <TextField
          label={t('survey.day')} type="date" size="short" value={said.day} max={page.day}
          error={fault(problem, 'day')} onChange={(day) => setSaid({ ...said, day })}
        />
        <label className="choice-option">
          <input type="checkbox" checked={said.final} onChange={(event) => setSaid({ ...said, final: event.target.checked })} />
          <span>{t('survey.final')}</span>
        </label>
        <AreaField label={t('form.note')} hint={t('form.optional')} value={said.note} error={fault(problem, 'note')} onChange={(note) => setSaid({ ...said, note })} />
        {before || fault(problem, 'reason') ? (
          <AreaField label={t('form.reason')} value={said.reason} error={fault(problem, 'reason')} onChange={(reason) => setSaid({ ...said, reason })} />
        ) : null}
        {preview.known ? <p className="alert alert-info">{t('survey.known')}</p> : null}
        <p className="form-acts">
          <button type="submit" className="button button-primary" disabled={busy}>
            {t('survey.write')}
          </button>
        </p>
      </form>
    </>
  )
}
