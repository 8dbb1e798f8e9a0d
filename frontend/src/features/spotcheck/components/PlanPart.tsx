import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import { spotchecksQuery } from '../api/spotchecks'
import { percent } from '../planned'
import { useSay, type Where } from '../useSay'
import type { Round } from '../wire'
import { PlanForm } from './PlanForm'
import { Refused } from './Refused'

interface Props {
  round: Round
  where: Where
  acts: boolean
}

/** What is planned, in words, with its versions; while it may, it is changed or given up here. */
export function PlanPart({ round, where, acts }: Props) {
  const { t, language } = useText()
  const [form, setForm] = useState<'change' | 'abandon'>()
  const { plan, state, may } = round
  const changes = acts && may.plan && state === 'planned'
  const ends = acts && may.plan && (changes || state === 'fixed' || state === 'reviewing')
  const count = (n = 0) => formatRat(String(n), language)
  const figures = {
    size: count(plan.size), customers: count(plan.customers), confidence: percent(plan.confidence ?? '', language), design: count(plan.design), group: plan.only ?? '',
  }
  const { data } = useQuery({ ...spotchecksQuery(where.contract, where.goal, undefined), enabled: form === 'change' })
  if (form === 'change' && data) return <PlanForm page={data} contract={where.contract} round={round} onClose={() => setForm(undefined)} />
  return (
    <section className="requirement">
      <h2>{t('spotcheck.planHead')}</h2>
      <p>
        {plan.selection === 'volume' ? t('spotcheck.planIs.volume', figures) : plan.column && plan.method === 'detection' ? t('spotcheck.planIs.strata', figures) : t(`spotcheck.planIs.${plan.method}`, figures)}{' '}
        {plan.selection === 'volume' && plan.share ? t('spotcheck.planDetectsVolume', { share: percent(plan.share, language) }) : null}{' '}
        {plan.accept ? t('spotcheck.planAccepts', { count: plan.accept }) : null}
      </p>
      {plan.method !== 'all' && (plan.shares ?? []).length > 0 ? (
        <p>{(plan.shares ?? []).map((s) => t('spotcheck.shareOf', { stratum: s.stratum || t('spotcheck.blank'), size: count(s.size), customers: count(s.population) })).join('; ')}</p>
      ) : null}
      {plan.follows ? (
        <p>
          <Link to="/c/$contract/goals/$goal/spotchecks/$round" params={{ contract: where.contract, goal: where.goal, round: plan.follows }}>
            {t('spotcheck.followsRound', { round: plan.follows })}
          </Link>
        </p>
      ) : null}
      <ul>
        {plan.checklist.map((clause) => (
          <li key={clause.id}>
            {clause.title}
            {clause.evidence ? <span className="soft"> {clause.evidence}</span> : null}
          </li>
        ))}
      </ul>
      {round.plans.length > 1 ? (
        <>
          <h3>{t('spotcheck.versions', { count: round.plans.length })}</h3>
          <FactList facts={round.plans} today={round.today} most={3} />
        </>
      ) : null}
      {form === 'abandon' ? <AbandonForm where={where} onClose={() => setForm(undefined)} /> : null}
      {ends && form === undefined ? (
        <p className="form-acts screen-only">
          {changes ? (
            <button type="button" className="button button-secondary" onClick={() => setForm('change')}>
              {t('spotcheck.changePlan')}
            </button>
          ) : null}{' '}
          <button type="button" className="linklike" onClick={() => setForm('abandon')}>
            {t('spotcheck.abandon')}
          </button>
        </p>
      ) : null}
    </section>
  )
}

function AbandonForm({ where, onClose }: { where: Where; onClose: () => void }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const saying = useSay(where, onClose)
  return (
    <form
      className="screen-only"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saying.busy) saying.send({ place: 'abandonments', body: { reason } })
      }}
    >
      <AreaField label={t('spotcheck.whyAbandon')} value={reason} error={fault(saying.problem, 'reason')} onChange={setReason} />
      <Refused saying={saying} />
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={saying.busy}>
          {t('spotcheck.abandon')}
        </button>{' '}
        <button type="button" className="button button-secondary" onClick={onClose}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  )
}
