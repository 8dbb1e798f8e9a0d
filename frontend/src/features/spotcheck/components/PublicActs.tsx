import { useState } from 'react'
import { TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Round } from '../wire'
import { Refused } from './Refused'

interface Props {
  round: Round
  where: Where
  acts: boolean
}

/** A draw from a public value: which one was announced, and the value once it is published. */
export function PublicActs({ round, where, acts }: Props) {
  const { t, language } = useText()
  const { facts, may, plan } = round
  const [value, setValue] = useState('')
  const [at, setAt] = useState('')
  const saying = useSay(where)
  const known = facts['spotcheck.public']
  const open = acts && may.plan && (round.state === 'planned' || round.state === 'fixed')
  const said = known?.body as { value?: string; where?: string } | undefined
  return (
    <>
      <p>{t('spotcheck.publicIs', { what: plan.announced ?? '', at: plan.at ? instant(plan.at, language) : '' })}</p>
      {said ? (
        <p>
          {t('spotcheck.publicValue')} <code className="hash">{said.value}</code> {said.where ? <span className="soft">{said.where}</span> : null}
        </p>
      ) : null}
      {open && !known && round.state === 'planned' ? <p className="empty">{t('spotcheck.publicWait')}</p> : null}
      {open && !known && round.state === 'fixed' ? (
        <form
          className="screen-only"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!saying.busy) saying.send({ place: 'values', body: { plan: facts['spotcheck.plan']?.id, value, where: at } })
          }}
        >
          <TextField label={t('spotcheck.value')} hint={t('spotcheck.valueHint')} value={value} error={fault(saying.problem, 'value')} onChange={setValue} />
          <TextField label={t('spotcheck.where')} value={at} error={fault(saying.problem, 'where')} onChange={setAt} />
          <p className="form-acts">
            <button type="submit" className="button button-primary" disabled={saying.busy}>
              {t('spotcheck.valueKnown')}
            </button>
          </p>
        </form>
      ) : null}
      {open && known ? (
        <p className="form-acts screen-only">
          <button type="button" className="button button-primary" disabled={saying.busy} onClick={() => saying.send({ place: 'draws', body: {} })}>
            {t('spotcheck.drawNow')}
          </button>
        </p>
      ) : null}
      <Refused saying={saying} />
    </>
  )
}
