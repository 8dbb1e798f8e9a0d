import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Amendment, Answer } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useFormAddress } from '@/shared/form/useFormAddress'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { amendmentQuery } from '../api/amendment'
import { DecideForm } from '../forms/DecideForm'
import { WithdrawForm } from '../forms/WithdrawForm'
import { AmendmentState } from './AmendmentState'
import { Differences } from './Differences'

/** A proposal: what it changes, who said what of it, and what its reader may say. */
export function AmendmentPage() {
  const { t, language } = useText()
  const contract = useContractId()
  const number = useParams({ strict: false }).amendment ?? ''
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(amendmentQuery(contract, number, asOf))
  usePageTitle(t('amendment.one', { number }))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  const { amendment } = data
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/agreement" params={{ contract }}>
          {t('nav.agreement')}
        </Link>
      </p>
      <h1>{t('amendment.heading', { number: amendment.number, day: longDay(amendment.from, language) })}</h1>
      <p className="sub">
        <AmendmentState amendment={amendment} />
      </p>
      <p className="lead-text">{amendment.reason}</p>
      {amendment.obstacle ? <p className="alert alert-warning">{amendment.obstacle}</p> : null}
      <Answers amendment={amendment} contract={contract} />
      {asOf === undefined ? <Acts amendment={amendment} contract={contract} today={data.today} /> : null}
      <section className="requirement">
        <h2>{t('amendment.changes')}</h2>
        <Differences comparison={data.comparison} contract={contract} />
      </section>
    </>
  )
}

function Answers({ amendment, contract }: { amendment: Amendment; contract: string }) {
  const { t, language } = useText()
  const { proposed, agency, department, withdrawn } = amendment
  return (
    <section className="requirement">
      <h2>{t('amendment.answers')}</h2>
      <p className="small soft">{t('amendment.rule')}</p>
      <dl className="pairs">
        <dt>{t('amendment.proposed')}</dt>
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

function Said({ answer, contract }: { answer: Answer | null; contract: string }) {
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

function FactLink({ contract, fact, children }: { contract: string; fact: string; children: string }) {
  return (
    <Link to="/c/$contract/facts/$fact" params={{ contract, fact }}>
      {children}
    </Link>
  )
}

function Acts({ amendment, contract, today }: { amendment: Amendment; contract: string; today: string }) {
  const { t } = useText()
  const { openOn, open, closer } = useFormAddress()
  const { may } = amendment
  const side = may.agree ? 'agency' : may.approve ? 'department' : undefined
  const number = String(amendment.number)
  const form = openOn(number)
  if (form === 'approve' && side !== undefined) {
    return <DecideForm contract={contract} amendment={amendment} side={side} today={today} onClose={closer(form, number)} />
  }
  if (form === 'withdraw' && may.withdraw) {
    return <WithdrawForm contract={contract} amendment={amendment} today={today} onClose={closer(form, number)} />
  }
  if (side === undefined && !may.withdraw) return null
  return (
    <p className="form-acts">
      {side === undefined ? null : (
        <button type="button" className="button button-primary" onClick={() => open('approve', number)}>
          {t(side === 'agency' ? 'amendment.answerAgency' : 'amendment.answerDepartment')}
        </button>
      )}
      {may.withdraw ? (
        <button type="button" className="button button-secondary" onClick={() => open('withdraw', number)}>
          {t('amendment.withdraw')}
        </button>
      ) : null}
    </p>
  )
}
