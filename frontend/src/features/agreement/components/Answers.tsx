import { Link } from '@tanstack/react-router'
import type { Amendment, Answer } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'

/** Who said what of a proposal, or signed it. */
export function Answers({ amendment, contract }: { amendment: Amendment; contract: string | undefined }) {
  const { t, language } = useText()
  const { proposed, agency, department, withdrawn } = amendment
  const words = amendment.base === 0 ? 'signing' : 'amendment'
  return (
    <section className="requirement">
      <h2>{t(`${words}.answers`)}</h2>
      <p className="small soft">{t(`${words}.rule`)}</p>
      <dl className="pairs">
        <dt>{t(`${words}.proposed`)}</dt>
        <dd>
          <FactLink contract={contract} fact={proposed.id}>
            {t('amendment.by', { who: proposed.actor.name, day: longDay(proposed.day, language) })}
          </FactLink>
        </dd>
        <dt>{t('amendment.agency')}</dt>
        <dd>
          <Said answer={agency} contract={contract} />
        </dd>
        <dt>{t('amendment.department')}</dt>
        <dd>
          <Said answer={department} contract={contract} />
        </dd>
        {withdrawn ? (
          <>
            <dt>{t('amendment.withdrawn')}</dt>
            <dd>
              <FactLink contract={contract} fact={withdrawn.fact.id}>
                {t('amendment.by', { who: withdrawn.fact.actor.name, day: longDay(withdrawn.fact.day, language) })}
              </FactLink>
              <span className="why">{withdrawn.reason}</span>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Said({ answer, contract }: { answer: Answer | null; contract: string | undefined }) {
  const { t, language } = useText()
  if (!answer) return <span className="soft">{t('amendment.unanswered')}</span>
  const by = t('amendment.by', { who: answer.fact.actor.name, day: longDay(answer.fact.day, language) })
  return (
    <>
      {t(answer.verdict === 'approved' ? 'amendment.yes' : 'amendment.no')}{' '}
      <FactLink contract={contract} fact={answer.fact.id}>
        {by}
      </FactLink>
      {answer.reason ? <span className="why">{answer.reason}</span> : null}
    </>
  )
}

function FactLink({ contract, fact, children }: { contract: string | undefined; fact: string; children: string }) {
  if (contract === undefined) return children
  return (
    <Link to="/c/$contract/facts/$fact" params={{ contract, fact }}>
      {children}
    </Link>
  )
}
