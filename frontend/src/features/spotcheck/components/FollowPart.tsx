import { useState } from 'react'
import { useText } from '@/shared/text/useText'
import type { Where } from '../useSay'
import type { ClauseAnswer, Customer, Round } from '../wire'
import { FindingRow } from './FindingRow'
import { FollowUpForm } from './FollowUpForm'
import { LetterLinks } from './LetterLinks'

interface Props {
  customer: Customer
  round: Round
  where: Where
  acts: boolean
}

/** What is followed up of a customer's deviations, and what could be. */
export function FollowPart({ customer, round, where, acts }: Props) {
  const { t } = useText()
  const [making, setMaking] = useState('')
  const mine = round.findings.filter(({ number }) => number === customer.number)
  const review = customer.reviews[0]
  const deviations = ((review?.body as { clauses?: ClauseAnswer[] } | undefined)?.clauses ?? []).filter(
    ({ clause, finding }) => finding === 'deviation' && !mine.some((one) => one.clause === clause),
  )
  const may = acts && round.may.review && customer.state === 'countersigned' && round.state !== 'abandoned'
  return (
    <>
      {round.may.review && customer.state === 'countersigned' ? <LetterLinks where={where} number={customer.number} letter="result" /> : null}
      {mine.length > 0 ? (
        <ul className="plain">
          {mine.map((finding) => (
            <FindingRow key={finding.facts[0]?.id} heading="h4" finding={finding} {...where} today={where.day} acts={acts} owners={round.owners} />
          ))}
        </ul>
      ) : null}
      {may && !making
        ? deviations.map(({ clause }) => (
            <p key={clause} className="form-acts screen-only">
              <button type="button" className="button button-secondary" onClick={() => setMaking(clause)}>
                {t('spotcheck.followUp', { what: round.plan.checklist.find(({ id }) => id === clause)?.title ?? clause })}
              </button>
            </p>
          ))
        : null}
      {may && making && review ? (
        <FollowUpForm where={where} number={customer.number} clause={making} verdict={review.id} owners={round.owners} onClose={() => setMaking('')} />
      ) : null}
    </>
  )
}
