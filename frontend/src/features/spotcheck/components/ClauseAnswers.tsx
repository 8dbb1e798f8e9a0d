import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { EvidenceList } from '@/shared/ui/EvidenceList'
import { recordedDay } from '@/shared/format/day'
import type { Fact } from '@/shared/api/wire'
import type { ClauseAnswer, Plan, Round } from '../wire'

interface Props {
  fact: Fact
  round: { plan: Pick<Plan, 'checklist'> }
  contract: string
}

/** What a review says, clause by clause, with what shows it. */
export function ClauseAnswers({ fact, round, contract }: Props) {
  const { t } = useText()
  const reason = reasonOf(fact.body)
  return (
    <>
      {reason ? <p>{t('spotcheck.openedAgain', { reason })}</p> : null}
      <AnswerLines clauses={answersOf(fact.body)} round={round} contract={contract} />
    </>
  )
}

/** What is said of each clause; of one without a finding nothing. */
export function AnswerLines({ clauses, round, contract }: { clauses: ClauseAnswer[]; round: Props['round']; contract: string }) {
  const { t } = useText()
  return (
    <ul>
      {clauses.map(({ clause, finding, severity, note, evidence }) => (
        <li key={clause}>
          {t('spotcheck.of', { what: round.plan.checklist.find(({ id }) => id === clause)?.title ?? clause })} {finding ? t(`spotcheck.finding.${finding}`) : t('conflict.nothing')}
          {severity ? `, ${t(`spotcheck.severity.${severity}`)}` : null}
          {note ? `: ${note}` : null}
          {evidence?.length ? <EvidenceList contract={contract} evidence={evidence} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** Every review that was written beside one that stands, or too late. */
export function Asides({ asides, round, contract }: { asides: Fact[]; round: Round; contract: string }) {
  const { t } = useText()
  if (asides.length === 0) return null
  return (
    <details>
      <summary>{t('spotcheck.asides', { count: asides.length })}</summary>
      <Dated facts={asides} round={round} contract={contract} />
    </details>
  )
}

/** Every review that another has taken the place of: sent back, or changed. */
export function EarlierReviews({ reviews, round, contract }: { reviews: Fact[]; round: Round; contract: string }) {
  const { t } = useText()
  const earlier = reviews.slice(1)
  if (earlier.length === 0) return null
  return (
    <details>
      <summary>{t('spotcheck.earlier', { count: earlier.length })}</summary>
      <Dated facts={earlier} round={round} contract={contract} />
    </details>
  )
}

function Dated({ facts, round, contract }: { facts: Fact[]; round: Round; contract: string }) {
  return facts.map((fact) => (
    <div key={fact.id} className="spotcheck-clause">
      <p className="small">
        {fact.actor.name}, <DayText day={recordedDay(fact.recorded)} today={round.today} />
      </p>
      <ClauseAnswers fact={fact} round={round} contract={contract} />
    </div>
  ))
}

export function answersOf(body: unknown): ClauseAnswer[] {
  return (body as { clauses?: ClauseAnswer[] }).clauses ?? []
}

function reasonOf(body: unknown): string {
  return (body as { reason?: string }).reason ?? ''
}
