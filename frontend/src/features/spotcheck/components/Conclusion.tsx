import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AreaField } from '@/shared/form/Field'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { percent } from '../planned'
import { useSay, type Where } from '../useSay'
import { severities, type Figures, type Round } from '../wire'
import { Refused } from './Refused'

interface Props {
  round: Round
  where: Where
  acts: boolean
}

/** What was found, what it says of all customers, and the conclusion that freezes it. */
export function Conclusion({ round, where, acts }: Props) {
  const { t } = useText()
  const [text, setText] = useState('')
  const saying = useSay(where, () => setText(''))
  const { facts, figures } = round
  const conclusion = facts['spotcheck.conclusion']
  const response = facts['spotcheck.response']
  const concludes = acts && round.state === 'reviewing' && round.may.review
  const responds = acts && round.state === 'concluded' && round.may.respond
  return (
    <section className="requirement">
      <h2>{t(conclusion ? 'spotcheck.conclusion' : 'spotcheck.soFar')}</h2>
      {conclusion ? <p>{textOf(conclusion.body)}</p> : null}
      {figures ? <FiguresText figures={figures} round={round} /> : null}
      {round.hearings.heard > 0 || round.hearings.not > 0 ? <p>{t('spotcheck.heard', { ...round.hearings })}</p> : null}
      {round.findings.some(({ overdue }) => overdue) ? (
        <p>
          <strong>{t('spotcheck.overdueCount', { count: round.findings.filter(({ overdue }) => overdue).length })}</strong>{' '}
          <Link to="/c/$contract/goals/$goal/findings" params={{ contract: where.contract, goal: where.goal }}>
            {t('spotcheck.findings')}
          </Link>
        </p>
      ) : null}
      {response ? (
        <p>
          {t('spotcheck.response')} {textOf(response.body)}
        </p>
      ) : null}
      {concludes && round.missing > 0 ? <p className="empty">{t('spotcheck.notYet', { count: round.missing })}</p> : null}
      {(concludes && round.missing === 0) || responds ? (
        <form
          className="screen-only"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (saying.busy) return
            if (concludes) saying.send({ place: 'conclusions', body: { text } })
            else saying.send({ place: 'responses', body: { text, conclusion: conclusion?.id }, expects: response?.id })
          }}
        >
          <AreaField label={t(concludes ? 'spotcheck.concludeText' : 'spotcheck.respondText')} value={text} onChange={setText} />
          <Refused saying={saying} />
          <p className="form-acts">
            <button type="submit" className="button button-primary" disabled={saying.busy}>
              {t(concludes ? 'spotcheck.conclude' : 'spotcheck.respond')}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  )
}

function FiguresText({ figures, round }: { figures: Figures; round: Round }) {
  const { t, language } = useText()
  const { without, asIf } = figures
  return (
    <>
      {figures.checked === 0 ? (
        <p>{t('spotcheck.noneChecked')}</p>
      ) : (
        <p>
          {t('spotcheck.found', { found: without.found, checked: figures.checked })}{' '}
          {figures.volume
            ? t('spotcheck.upperVolume', { upper: percent(figures.volume.without.upper, language), confidence: percent(figures.confidence, language) })
            : t('spotcheck.upper', { upper: formatRat(String(without.upper), language), customers: formatRat(String(without.population), language), confidence: percent(figures.confidence, language) })}
        </p>
      )}
      {figures.volume ? <p className="small soft">{t('spotcheck.volumeOnly')}</p> : null}
      {figures.replaced > 0 ? (
        <p>
          {figures.volume
            ? t('spotcheck.asIfVolume', { count: figures.replaced, upper: percent(figures.volume.asIf.upper, language) })
            : t('spotcheck.asIf', { count: figures.replaced, upper: asIf.upper })}
        </p>
      ) : null}
      {figures.checked > 0 && figures.strata.length > 0 ? (
        <ul>
          {figures.strata.map((s) => (
            <li key={s.stratum}>
              {t('spotcheck.stratum', { stratum: s.stratum || t('spotcheck.blank'), found: s.without.found, checked: s.without.sample, upper: s.without.upper, customers: s.without.population })}
            </li>
          ))}
        </ul>
      ) : null}
      {figures.checked > 0 ? (
        <ul>
          {figures.clauses.map((c) => (
            <li key={c.clause}>
              {t('spotcheck.of', { what: round.plan.checklist.find(({ id }) => id === c.clause)?.title ?? c.clause })}{' '}
              {t('spotcheck.clauseFound', { kept: c.kept, deviations: c.deviations, not: c.notApplicable })}
              {severities.map((s) => (c.bySeverity[s] ? `, ${t(`spotcheck.severity.${s}`)}: ${c.bySeverity[s]}` : '')).join('')}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function textOf(body: unknown): string {
  return (body as { text?: string }).text ?? ''
}
