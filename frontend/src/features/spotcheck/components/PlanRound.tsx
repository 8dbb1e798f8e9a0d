import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { AreaField, TextField } from '@/shared/form/Field'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { planOf, type Typed } from '../planned'
import type { SpotchecksPage } from '../wire'
import { useSay } from '../useSay'
import { PersonField } from './PersonField'
import { Refused } from './Refused'

/** The plan of a round: the question, the checklist, how many, and whose secrets make the seed. */
export function PlanRound({ page, contract }: { page: SpotchecksPage; contract: string }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const draft = useDraft<Typed>(`spotcheck/${contract}/${page.goal}`, page.list?.id ?? '', () => ({
    name: '', title: '', question: '', clauses: '', confidence: '95', share: '5', column: '', one: '', two: '',
  }))
  const typed = draft.values
  const saying = useSay({ contract, goal: page.goal, round: typed.name.trim(), day: page.today }, () => {
    draft.clear()
    void navigate({ to: '/c/$contract/goals/$goal/spotchecks/$round', params: { contract, goal: page.goal, round: typed.name.trim() } })
  })
  const { problem } = saying
  if (!open && !draft.restored) {
    return (
      <p className="screen-only">
        <button type="button" className="button button-primary" onClick={() => setOpen(true)}>
          {t('spotcheck.plan')}
        </button>
      </p>
    )
  }
  const taken = page.rounds.some(({ round }) => round === typed.name.trim())
  const wrongName = typed.name !== '' && !/^[a-z0-9-]{1,40}$/i.test(typed.name.trim())
  return (
    <form
      className="requirement screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.name.trim() && !taken && !wrongName) saying.send({ place: 'plans', body: planOf(typed, page.list?.id ?? '') })
      }}
    >
      <h2>{t('spotcheck.plan')}</h2>
      <RestoredLine restored={draft.restored} />
      <TextField label={t('spotcheck.name')} hint={t('spotcheck.nameHint')} size="short" value={typed.name} error={taken ? t('spotcheck.nameTaken') : wrongName ? t('spotcheck.nameWrong') : undefined} onChange={(name) => draft.set({ name })} />
      <TextField label={t('spotcheck.roundTitle')} value={typed.title} error={fault(problem, 'title')} onChange={(title) => draft.set({ title })} />
      <AreaField label={t('spotcheck.question')} value={typed.question} error={fault(problem, 'question')} onChange={(question) => draft.set({ question })} />
      <AreaField label={t('spotcheck.clauses')} hint={t('spotcheck.clausesHint')} value={typed.clauses} error={fault(problem, 'checklist')} onChange={(clauses) => draft.set({ clauses })} />
      <div className="pair-of">
        <TextField label={t('spotcheck.confidence')} suffix="%" size="short" numeric value={typed.confidence} error={fault(problem, 'confidence')} onChange={(confidence) => draft.set({ confidence })} />
        <TextField label={t('spotcheck.share')} suffix="%" size="short" numeric value={typed.share} error={fault(problem, 'share')} onChange={(share) => draft.set({ share })} />
      </div>
      <div className="form-group">
        <label className="form-label" htmlFor="spotcheck-column">
          {t('spotcheck.column')}
        </label>
        <select id="spotcheck-column" className="form-select" value={typed.column} onChange={(event) => draft.set({ column: event.target.value })}>
          <option value="">{t('spotcheck.noColumn')}</option>
          {page.population?.columns.map(({ name }) => <option key={name}>{name}</option>)}
        </select>
      </div>
      <PersonField label={t('spotcheck.one')} people={page.people} value={typed.one} error={fault(problem, 'people')} onChange={(one) => draft.set({ one })} />
      <PersonField label={t('spotcheck.two')} people={page.people} value={typed.two} onChange={(two) => draft.set({ two })} />
      <Refused saying={saying} />
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={saying.busy}>
          {t('spotcheck.planIt')}
        </button>
      </p>
    </form>
  )
}
