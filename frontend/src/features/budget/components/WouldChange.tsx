import { useState } from 'react'
import { AreaField } from '@/shared/form/Field'
import { lastDay, longDay } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { useText } from '@/shared/text/useText'
import type { Said } from '../useBudgetImport'
import type { BudgetPage, BudgetView, Preview, What } from '../wire'
import { PostingTable } from './Postings'

interface Props {
  page: BudgetPage
  preview: Preview
  what: What
  day: string
  busy: boolean
  onWrite: (said: Said) => void
}

/** What the file would change, in the figure and row by row, and the button that writes it. */
export function WouldChange({ page, preview, what, day, busy, onWrite }: Props) {
  const { t, language } = useText()
  const [said, setSaid] = useState<Said>({ final: false, gone: false, note: '', reason: '' })
  const { result, standing } = preview
  if (!result) return null
  const corrects = what === 'base' ? page.base !== null || page.wouldBeLate : preview.changedCount + preview.goneCount > 0 || (page.until !== undefined && (page.final || day <= page.until))
  return (
    <form
      className="requirement"
      onSubmit={(event) => {
        event.preventDefault()
        onWrite(said)
      }}
    >
      <h2>{t('survey.would')}</h2>
      {what === 'base' ? (
        <p className="sub">{t('budget.wouldBase', { lines: result.lines.length, year: formatOere(result.account.year, language) })}</p>
      ) : null}
      <Figures result={result} standing={standing ?? undefined} />
      {what === 'postings' ? <Rows preview={preview} today={page.day} /> : null}
      {what === 'postings' && day === lastDay(result.months.at(-1) ?? '') ? (
        <Tick label={t('budget.final')} checked={said.final} onTick={(final) => setSaid({ ...said, final })} />
      ) : null}
      {preview.goneCount > 0 ? (
        <Tick label={t('budget.goneMeant', { count: preview.goneCount })} checked={said.gone} onTick={(gone) => setSaid({ ...said, gone })} />
      ) : null}
      {what === 'postings' ? (
        <AreaField label={t('form.note')} hint={t('form.optional')} value={said.note} onChange={(note) => setSaid({ ...said, note })} />
      ) : null}
      {corrects ? <AreaField label={t('form.reason')} hint={what === 'base' && page.wouldBeLate ? t('budget.lateHint', { settled: longDay(page.settled, language) }) : undefined} value={said.reason} onChange={(reason) => setSaid({ ...said, reason })} /> : null}
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t('budget.write')}
        </button>
      </p>
    </form>
  )
}

/** The figure as it would be, and what that changes. */
function Figures({ result, standing }: { result: BudgetView; standing: BudgetView | undefined }) {
  const { t, language } = useText()
  if (!result.deviation) return null
  const verdict = (view: BudgetView) => (typeof view.kept === 'boolean' ? t(view.kept ? 'budget.kept' : 'budget.missed') : '')
  return (
    <>
      <p className="sub">
        {t('budget.would', {
          deviation: result.deviationText,
          spent: formatOere(result.account.spent, language),
          budget: formatOere(result.account.budget, language),
        })}{' '}
        {verdict(result)}
      </p>
      {standing?.deviation ? <p>{t('budget.before', { deviation: standing.deviationText })} {verdict(standing)}</p> : null}
      {standing?.deviation && standing.kept !== result.kept ? <p className="alert alert-warning">{t('budget.turns')}</p> : null}
    </>
  )
}

function Rows({ preview, today }: { preview: Preview; today: string }) {
  const { t } = useText()
  return (
    <>
      <p>{t('budget.rows', { added: preview.newCount, changed: preview.changedCount, unchanged: preview.unchanged, gone: preview.goneCount })}</p>
      {preview.changedCount > 0 ? (
        <details open>
          <summary>{t('budget.changed')}</summary>
          <h3>{t('budget.stood')}</h3>
          <PostingTable postings={preview.before} today={today} />
          <h3>{t('budget.inFile')}</h3>
          <PostingTable postings={preview.changed} today={today} />
        </details>
      ) : null}
      {preview.goneCount > 0 ? (
        <details open>
          <summary>{t('budget.gone')}</summary>
          <PostingTable postings={preview.gone} today={today} />
        </details>
      ) : null}
    </>
  )
}

function Tick({ label, checked, onTick }: { label: string; checked: boolean; onTick: (checked: boolean) => void }) {
  return (
    <label className="choice-option">
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
