import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Fact } from '@/shared/api/wire'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { writtenAt } from '../offline/queue'
import { useDevice } from '../offline/useDevice'
import { useSay, type Where } from '../useSay'
import type { Customer, Round } from '../wire'
import { AssignField } from './AssignField'
import { Asides, ClauseAnswers, EarlierReviews } from './ClauseAnswers'
import { CustomerCells } from './CustomerCells'
import { FollowPart } from './FollowPart'
import { HearingPart } from './HearingPart'
import { Refused } from './Refused'
import { ReviewForm } from './ReviewForm'
import { WrittenPart } from './WrittenPart'

interface Props {
  customer: Customer
  round: Round
  where: Where
  acts: boolean
  /** It is shown as it was taken along: what needs others waits. */
  kept: boolean
}

/** A review that found a deviation: its customer could be checked, and is not replaced. */
function deviates({ body }: Fact): boolean {
  const { clauses } = body as { clauses?: { finding: string }[] }
  return clauses?.some(({ finding }) => finding === 'deviation') ?? false
}

/** A drawn customer: what was found, by whom, and what can be done. */
export function CustomerRow({ customer, round, where, acts, kept }: Props) {
  const { t } = useText()
  const [form, setForm] = useState<'review' | 'return' | 'replace'>()
  const [text, setText] = useState('')
  const saying = useSay(where, () => setForm(undefined))
  const at = `customers/${customer.number}` as const
  const newest = customer.reviews[0]
  const { contract, goal, round: name } = where
  const written = writtenAt(useDevice().written, { contract, goal, round: name, number: customer.number })
  const open = acts && round.state === 'reviewing' && customer.state !== 'replaced'
  const sign = (verdict: 'accepted' | 'returned') =>
    saying.send({ place: `${at}/countersignatures`, body: { fact: newest?.id, verdict, hearing: customer.hearing?.newest ?? '', ...(verdict === 'returned' ? { note: text } : {}) } })
  return (
    <li className="requirement" data-number={customer.number}>
      <h3>
        <Link to="/c/$contract/goals/$goal/customers/$ref" params={{ contract: where.contract, goal: where.goal, ref: customer.ref }}>
          {t('spotcheck.customer', { number: customer.number, ref: customer.ref })}
        </Link>{' '}
        {customer.erased ? <span className="soft">{t('spotcheck.erased')}</span> : customer.name}
      </h3>
      <p>
        {t(`spotcheck.customerState.${customer.state}`)}
        {customer.hits ? ` ${t('spotcheck.hits', { count: customer.hits })}` : null}
        {customer.for > 0 ? ` ${t('spotcheck.tookPlace', { number: customer.for })}` : null}{' '}
        {customer.contact ? <span className="soft">{customer.contact}</span> : null}
      </p>
      <CustomerCells cells={customer.cells} />
      <AssignField key={customer.assignment?.id ?? ''} customer={customer} round={round} where={where} acts={open && !kept} />
      {customer.replaced ? <p>{t('spotcheck.replacedWhy', { reason: reasonOf(customer.replaced.body) })}</p> : null}
      {newest ? <ClauseAnswers fact={newest} round={round} contract={where.contract} /> : null}
      <EarlierReviews reviews={customer.reviews} round={round} contract={where.contract} />
      <Asides asides={customer.asides} round={round} contract={where.contract} />
      <FactList facts={[...customer.signed, ...customer.reviews, ...(customer.replaced ? [customer.replaced] : [])]} today={round.today} most={4} />
      {customer.signed.map((fact) => {
        const note = noteOf(fact.body)
        return note ? <blockquote key={fact.id}>{note}</blockquote> : null
      })}
      <HearingPart customer={customer} round={round} where={where} acts={acts && !kept} />
      <FollowPart customer={customer} round={round} where={where} acts={acts && !kept} />
      {written && form !== 'review' ? <WrittenPart written={written} customer={customer} round={round} onEdit={() => setForm('review')} /> : null}
      {open && form === undefined ? (
        <p className="form-acts screen-only">
          {round.may.review && !written ? (
            <button type="button" className="button button-secondary" onClick={() => setForm('review')}>
              {t(newest ? 'spotcheck.reviewAgain' : 'spotcheck.review')}
            </button>
          ) : null}{' '}
          {customer.maySign && customer.state === 'reviewed' ? (
            <>
              <button type="button" className="button button-primary" disabled={saying.busy} onClick={() => sign('accepted')}>
                {t('spotcheck.sign')}
              </button>{' '}
              <button type="button" className="button button-secondary" onClick={() => setForm('return')}>
                {t('spotcheck.ask')}
              </button>
            </>
          ) : null}{' '}
          {round.may.review && !kept && customer.state !== 'countersigned' && !customer.reviews.some(deviates) ? (
            <button type="button" className="linklike" onClick={() => setForm('replace')}>
              {t('spotcheck.replace')}
            </button>
          ) : null}
        </p>
      ) : null}
      {form === 'review' ? <ReviewForm customer={customer} round={round} where={where} written={written} onClose={() => setForm(undefined)} /> : null}
      {form === 'return' || form === 'replace' ? (
        <div className="screen-only">
          <AreaField label={t(form === 'return' ? 'spotcheck.theQuestion' : 'spotcheck.whyReplaced')} hint={form === 'replace' ? t(round.plan.selection === 'volume' ? 'spotcheck.replaceVolume' : 'spotcheck.replaceWhat') : undefined} error={fault(saying.problem, form === 'replace' ? 'reason' : 'note')} value={text} onChange={setText} />
          <p className="form-acts">
            <button
              type="button"
              className="button button-primary"
              disabled={saying.busy}
              onClick={() => (form === 'return' ? sign('returned') : saying.send({ place: `${at}/replacements`, body: { reason: text } }))}
            >
              {t(form === 'return' ? 'spotcheck.ask' : 'spotcheck.replace')}
            </button>{' '}
            <button type="button" className="button button-secondary" onClick={() => setForm(undefined)}>
              {t('form.cancel')}
            </button>
          </p>
        </div>
      ) : null}
      <Refused saying={saying} />
    </li>
  )
}

function noteOf(body: unknown): string {
  return (body as { note?: string }).note ?? ''
}

function reasonOf(body: unknown): string {
  return (body as { reason?: string }).reason ?? ''
}
