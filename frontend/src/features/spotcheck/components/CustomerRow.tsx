import { useState } from 'react'
import { AreaField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { useSay, type Where } from '../useSay'
import type { ClauseAnswer, Customer, Round } from '../wire'
import { HearingPart } from './HearingPart'
import { Refused } from './Refused'
import { ReviewForm } from './ReviewForm'

interface Props {
  customer: Customer
  round: Round
  where: Where
  acts: boolean
}

/** A drawn customer: what was found, by whom, and what can be done. */
export function CustomerRow({ customer, round, where, acts }: Props) {
  const { t } = useText()
  const [form, setForm] = useState<'review' | 'return' | 'replace'>()
  const [text, setText] = useState('')
  const saying = useSay(where, () => setForm(undefined))
  const at = `customers/${customer.number}` as const
  const newest = customer.reviews[0]
  const open = acts && round.state === 'reviewing' && customer.state !== 'replaced'
  const sign = (verdict: 'accepted' | 'returned') =>
    saying.send({ place: `${at}/countersignatures`, body: { fact: newest?.id, verdict, hearing: customer.hearing?.newest ?? '', ...(verdict === 'returned' ? { note: text } : {}) } })
  return (
    <li className="requirement" data-number={customer.number}>
      <h3>
        {t('spotcheck.customer', { number: customer.number, ref: customer.ref })} {customer.erased ? <span className="soft">{t('spotcheck.erased')}</span> : customer.name}
      </h3>
      <p>
        {t(`spotcheck.customerState.${customer.state}`)}
        {customer.for > 0 ? ` ${t('spotcheck.tookPlace', { number: customer.for })}` : null}{' '}
        {customer.contact ? <span className="soft">{customer.contact}</span> : null}
      </p>
      {newest ? <Answers answers={answersOf(newest.body)} round={round} /> : null}
      <FactList facts={[...customer.signed, ...customer.reviews, ...(customer.replaced ? [customer.replaced] : [])]} today={round.today} most={4} />
      {customer.signed.map((fact) => {
        const note = noteOf(fact.body)
        return note ? <blockquote key={fact.id}>{note}</blockquote> : null
      })}
      <HearingPart customer={customer} round={round} where={where} acts={acts} />
      {open && form === undefined ? (
        <p className="form-acts screen-only">
          {round.may.review ? (
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
          {round.may.review && customer.state !== 'countersigned' ? (
            <button type="button" className="linklike" onClick={() => setForm('replace')}>
              {t('spotcheck.replace')}
            </button>
          ) : null}
        </p>
      ) : null}
      {form === 'review' ? <ReviewForm customer={customer} round={round} where={where} onClose={() => setForm(undefined)} /> : null}
      {form === 'return' || form === 'replace' ? (
        <div className="screen-only">
          <AreaField label={t(form === 'return' ? 'spotcheck.theQuestion' : 'spotcheck.whyReplaced')} value={text} onChange={setText} />
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

function Answers({ answers, round }: { answers: ClauseAnswer[]; round: Round }) {
  const { t } = useText()
  return (
    <ul>
      {answers.map(({ clause, finding, severity, note }) => (
        <li key={clause}>
          {t('spotcheck.of', { what: round.plan.checklist.find(({ id }) => id === clause)?.title ?? clause })}{' '}{t(`spotcheck.finding.${finding}`)}
          {severity ? `, ${t(`spotcheck.severity.${severity}`)}` : null}
          {note ? `: ${note}` : null}
        </li>
      ))}
    </ul>
  )
}

function answersOf(body: unknown): ClauseAnswer[] {
  return (body as { clauses?: ClauseAnswer[] }).clauses ?? []
}

function noteOf(body: unknown): string {
  return (body as { note?: string }).note ?? ''
}
