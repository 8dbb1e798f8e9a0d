import { useState } from 'react'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import { commitmentOf, forgetSecret, keptSecret, newSecret } from '../secret'
import { useSay, type Where } from '../useSay'
import type { Round } from '../wire'
import { PublicActs } from './PublicActs'
import { Refused } from './Refused'

interface Props {
  round: Round
  where: Where
  acts: boolean
}

/** How the customers are, or were, drawn: two people commit, then reveal, then it is drawn. */
export function DrawActs({ round, where, acts }: Props) {
  const { t } = useText()
  const { facts, may, plan } = round
  const key = `${where.contract}/${where.goal}/${where.round}/${may.number}`
  const [typed, setTyped] = useState('')
  const saying = useSay(where)
  const people = plan.people ?? []
  const committed = (n: number) => facts[`spotcheck.commitment ${n}`] !== undefined
  const revealed = (n: number) => facts[`spotcheck.reveal ${n}`] !== undefined
  const both = committed(1) && committed(2)
  const secret = keptSecret(key) || typed.trim()
  const commit = async () => {
    const hash = await commitmentOf(keptSecret(key) || newSecret(key))
    saying.send({ place: `commitments/${may.number}`, body: { plan: facts['spotcheck.plan']?.id, hash } })
  }
  const reveal = () => saying.send({ place: `reveals/${may.number}`, body: { secret } }, { onSuccess: () => forgetSecret(key) })
  const open = acts && (round.state === 'planned' || round.state === 'fixed') && plan.source === 'people'
  return (
    <section className="requirement">
      <h2>{t('spotcheck.draw')}</h2>
      {plan.source === 'public' ? <PublicActs round={round} where={where} acts={acts} /> : null}
      <ul className="plain">
        {people.map(({ subject, name }, i) => (
          <li key={subject}>
            {t('spotcheck.of', { what: name })}{' '}{t(revealed(i + 1) ? 'spotcheck.hasRevealed' : committed(i + 1) ? 'spotcheck.hasCommitted' : 'spotcheck.toCommit')}
          </li>
        ))}
      </ul>
      {open && may.number > 0 && !committed(may.number) ? (
        <p className="form-acts screen-only">
          <button type="button" className="button button-primary" disabled={saying.busy} onClick={() => void commit()}>
            {t('spotcheck.commit')}
          </button>{' '}
          <span className="small soft">{t('spotcheck.commitWhat')}</span>
        </p>
      ) : null}
      {open && may.number > 0 && both && !revealed(may.number) ? (
        <div className="screen-only">
          {keptSecret(key) ? null : <TextField label={t('spotcheck.secret')} hint={t('spotcheck.secretHint')} value={typed} onChange={setTyped} />}
          <p className="form-acts">
            <button type="button" className="button button-primary" disabled={saying.busy || secret === ''} onClick={reveal}>
              {t('spotcheck.reveal')}
            </button>
          </p>
        </div>
      ) : null}
      {open && may.number > 0 && committed(may.number) && !revealed(may.number) && keptSecret(key) ? (
        <p className="small screen-only">
          {t('spotcheck.keep')} <code className="hash">{keptSecret(key)}</code>
        </p>
      ) : null}
      {open && may.plan && revealed(1) && revealed(2) ? (
        <p className="form-acts screen-only">
          <button type="button" className="button button-primary" disabled={saying.busy} onClick={() => saying.send({ place: 'draws', body: {} })}>
            {t('spotcheck.drawNow')}
          </button>
        </p>
      ) : null}
      <Refused saying={saying} />
      {round.draw ? (
        <p>
          {t('spotcheck.replay')} <a href={`/api/v1/contracts/${where.contract}/goals/${where.goal}/spotchecks/rounds/${encodeURIComponent(where.round)}/export`}>{t('spotcheck.export')}</a>{' '}
          <a href={`/api/v1/contracts/${where.contract}/goals/${where.goal}/spotchecks/rounds/${encodeURIComponent(where.round)}/frame?format=csv`}>{t('spotcheck.frame')}</a>
        </p>
      ) : null}
    </section>
  )
}
