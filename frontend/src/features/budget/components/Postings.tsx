import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '@/shared/form/Field'
import { monthName } from '@/shared/format/day'
import { formatOere } from '@/shared/format/money'
import { useAsOf } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { RowProofPart } from '@/shared/file/RowProofPart'
import { DayText } from '@/shared/ui/DayText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { postingProof, postingsQuery } from '../api/postings'
import { lineName } from '../account'
import type { BudgetPage, BudgetView, Posting } from '../wire'

/** Shows, and gives the keyboard to, what was asked for further down. */
const bringForth = (part: HTMLElement | null) => part?.focus()

/** The postings behind a line and a month. */
export function Postings({ page, view, contract }: { page: BudgetPage; view: BudgetView; contract: string }) {
  const { t, language } = useText()
  const [line, setLine] = useState('')
  const [month, setMonth] = useState('')
  const [proven, setProven] = useState('')
  const asOf = useAsOf()
  const { data, error } = useQuery(postingsQuery(contract, page.requirement, { line, month }, asOf))
  return (
    <section className="requirement">
      <h2>{t('budget.postings')}</h2>
      <div className="survey screen-only">
        <Field label={t('budget.line')}>
          {(control) => (
            <select {...control} className="form-select" value={line} onChange={(event) => setLine(event.target.value)}>
              <option value="">{t('budget.all')}</option>
              {view.lines.map(({ id, title }) => (
                <option key={id} value={id}>{lineName({ id, title })}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('budget.month')}>
          {(control) => (
            <select {...control} className="form-select" value={month} onChange={(event) => setMonth(event.target.value)}>
              <option value="">{t('budget.all')}</option>
              {view.months.slice(0, view.ended).map((one) => (
                <option key={one} value={one}>{monthName(one, language, true)}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {proven ? (
        <div key={proven} tabIndex={-1} ref={bringForth}>
          <RowProofPart title={t('budget.proofOf', { reference: proven })} name={proven} ask={() => postingProof(contract, page.requirement, proven, asOf)} />
        </div>
      ) : null}
      {error ? <Trouble error={error} /> : !data ? <Waiting /> : (
        <>
          <p>{t('budget.postingsSum', { count: data.count, sum: formatOere(data.sum, language) })}</p>
          <PostingTable postings={data.postings} today={page.day} onProve={setProven} />
        </>
      )}
    </section>
  )
}

/** Postings as rows; where each can be proved, its reference asks for it. */
export function PostingTable({ postings, today, onProve }: { postings: Posting[]; today: string; onProve?: (reference: string) => void }) {
  const { t, language } = useText()
  if (postings.length === 0) return <p className="empty">{t('budget.postingsNone')}</p>
  return (
    <table className="rows stacked">
      <caption className="sr-only">{t('budget.postings')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('budget.reference')}</th>
          <th scope="col">{t('budget.day')}</th>
          <th scope="col">{t('budget.line')}</th>
          <th scope="col">{t('budget.text')}</th>
          <th scope="col" className="number">{t('budget.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {postings.map((posting) => (
          <tr key={posting.reference}>
            <th scope="row">
              {onProve ? (
                <button type="button" className="linklike" title={t('budget.prove')} onClick={() => onProve(posting.reference)}>
                  {posting.reference}
                </button>
              ) : (
                posting.reference
              )}
            </th>
            <td data-title={t('budget.day')}><DayText day={posting.day} today={today} /></td>
            <td data-title={t('budget.line')}>{posting.line}</td>
            <td data-title={t('budget.text')}>{posting.text}</td>
            <td className="number" data-title={t('budget.amount')}>{formatOere(posting.amount, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
