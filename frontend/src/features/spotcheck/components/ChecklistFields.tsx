import type { Problem } from '@/shared/api/wire'
import { AreaField, TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import type { Typed } from '../planned'
import type { SpotchecksPage } from '../wire'
import { SelectField } from './SelectField'

type Clauses = Typed['clauses']

interface Props {
  value: Clauses
  onChange: (value: Clauses) => void
  checklists: SpotchecksPage['checklists']
  problem: Problem | undefined
}

/** The rules that are checked and what shows that each is kept; begun from another round's, or from a template. */
export function ChecklistFields({ value, onChange, checklists, problem }: Props) {
  const { t } = useText()
  const error = fault(problem, 'checklist')
  const set = (i: number, changed: Partial<Clauses[number]>) => onChange(value.map((one, n) => (n === i ? { ...one, ...changed } : one)))
  const begin = (from: string) => {
    const other = checklists.find(({ round }) => round === from)
    if (from) onChange(other ? other.clauses.map(({ title, evidence = '' }) => ({ title, evidence })) : linesOf(t('spotcheck.template.access')))
  }
  const empty = value.every(({ title, evidence }) => !title && !evidence)
  return (
    <fieldset className="form-group spotcheck-clauses">
      <legend className="form-label">{t('spotcheck.clauses')}</legend>
      {error ? <span className="form-error-message">{error}</span> : null}
      {empty ? (
        <SelectField
          label={t('spotcheck.template')}
          value=""
          options={[
            { value: '', label: t('spotcheck.templateNone') },
            { value: '-', label: t('spotcheck.templateAccess') },
            ...checklists.map(({ round, title }) => ({ value: round, label: t('spotcheck.templateOf', { round, title }) })),
          ]}
          onChange={begin}
        />
      ) : null}
      {value.map((clause, i) => (
        <div key={i} className="spotcheck-clause">
          <TextField label={t('spotcheck.clauseTitle', { number: i + 1 })} value={clause.title} error={fault(problem, `checklist[${i}].title`)} onChange={(title) => set(i, { title })} />
          <AreaField label={t('spotcheck.clauseEvidence', { number: i + 1 })} value={clause.evidence} error={fault(problem, `checklist[${i}].evidence`)} onChange={(evidence) => set(i, { evidence })} />
          {value.length > 1 ? (
            <button type="button" className="linklike" onClick={() => onChange(value.filter((_, n) => n !== i))}>
              {t('spotcheck.clauseRemove', { number: i + 1 })}
            </button>
          ) : null}
        </div>
      ))}
      <p>
        <button type="button" className="button button-secondary" onClick={() => onChange([...value, { title: '', evidence: '' }])}>
          {t('spotcheck.clauseAdd')}
        </button>
      </p>
    </fieldset>
  )
}

/** A template's lines: a clause, and behind the bar what shows that it is kept. */
function linesOf(template: string): Clauses {
  return template.split('\n').map((line) => {
    const [title = '', evidence = ''] = line.split(' | ')
    return { title, evidence }
  })
}
