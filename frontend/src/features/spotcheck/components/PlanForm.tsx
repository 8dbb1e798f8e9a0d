import { useNavigate } from '@tanstack/react-router'
import { AreaField, TextField } from '@/shared/form/Field'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { begun, planOf, type Typed } from '../planned'
import { useSay } from '../useSay'
import type { Round, SpotchecksPage } from '../wire'
import { ChecklistFields } from './ChecklistFields'
import { ReckoningPart } from './ReckoningPart'
import { Refused } from './Refused'
import { SelectField } from './SelectField'
import { SizeFields } from './SizeFields'
import { SourceFields } from './SourceFields'

interface Props {
  page: SpotchecksPage
  contract: string
  /** The round whose plan is changed; none where a new one is planned. */
  round?: Round
  onClose: () => void
}

/** The plan of a round: the question, the checklist, how many, and where the seed comes from. */
export function PlanForm({ page, contract, round, onClose }: Props) {
  const { t } = useText()
  const navigate = useNavigate()
  const list = page.list?.id ?? ''
  const newest = round?.facts['spotcheck.plan']?.id
  const draft = useDraft<Typed>(`spotcheck-plan/${contract}/${page.goal}/${round?.round ?? ''}`, newest ?? list, () => begun(round?.plan, round?.round))
  const typed = draft.values
  const name = typed.name.trim()
  const saying = useSay({ contract, goal: page.goal, round: name, day: page.today }, () => {
    draft.clear()
    onClose()
    void navigate({ to: '/c/$contract/goals/$goal/spotchecks/$round', params: { contract, goal: page.goal, round: name } })
  })
  const { problem } = saying
  const taken = !round && page.rounds.some((one) => one.round === name)
  const wrongName = typed.name !== '' && !/^[a-z0-9-]{1,40}$/i.test(name)
  if (!page.population) return null
  return (
    <form
      className="requirement screen-only spotcheck-plan"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (name && !taken && !wrongName && !saying.busy) saying.send({ place: 'plans', body: planOf(typed, list), expects: newest })
      }}
    >
      <h2>{t(round ? 'spotcheck.changePlan' : 'spotcheck.plan')}</h2>
      <RestoredLine restored={draft.restored} />
      {round ? null : (
        <TextField label={t('spotcheck.name')} hint={t('spotcheck.nameHint')} size="short" value={typed.name} error={taken ? t('spotcheck.nameTaken') : wrongName ? t('spotcheck.nameWrong') : undefined} onChange={(value) => draft.set({ name: value })} />
      )}
      <TextField label={t('spotcheck.roundTitle')} value={typed.title} error={fault(problem, 'title')} onChange={(title) => draft.set({ title })} />
      <AreaField label={t('spotcheck.question')} value={typed.question} error={fault(problem, 'question')} onChange={(question) => draft.set({ question })} />
      {page.rounds.some((one) => one.round !== name) ? (
        <SelectField
          label={t('spotcheck.follows')}
          hint={t('spotcheck.followsHint')}
          error={fault(problem, 'follows')}
          value={typed.follows}
          options={[{ value: '', label: t('spotcheck.followsNone') }, ...page.rounds.filter((one) => one.round !== name).map((one) => ({ value: one.round, label: t('spotcheck.roundNamed', { round: one.round, title: one.title }) }))]}
          onChange={(follows) => draft.set({ follows })}
        />
      ) : null}
      <h3>{t('spotcheck.what.checked')}</h3>
      <ChecklistFields value={typed.clauses} onChange={(clauses) => draft.set({ clauses })} checklists={page.checklists} problem={problem} />
      <h3>{t('spotcheck.what.many')}</h3>
      <SizeFields typed={typed} set={draft.set} population={page.population} problem={problem} />
      <ReckoningPart contract={contract} goal={page.goal} typed={typed} />
      <h3>{t('spotcheck.what.seed')}</h3>
      <SourceFields typed={typed} set={draft.set} people={page.people} problem={problem} />
      <Refused saying={saying} />
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={saying.busy}>
          {t('spotcheck.planIt')}
        </button>{' '}
        <button type="button" className="button button-secondary" onClick={onClose}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  )
}
