import { useState } from 'react'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { dayFromNumber, dayNumber } from '@/shared/format/day'
import { randomHex, sha256 } from '@/shared/format/random'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Customer } from '../wire'
import { ActForm } from './ActForm'

interface Props {
  customer: Customer
  where: Where
  today: string
  onClose: () => void
  /** The link to be passed on: shown once, for nobody keeps its secret. */
  onLink: (link: string) => void
}

const usual = 14

/** Asks the customer what they say to the deviations, by a one-time link. */
export function HearForm({ customer, where, today, onClose, onLink }: Props) {
  const { t } = useText()
  const [secret] = useState(() => randomHex(32))
  const [values, setValues] = useState({
    deadline: dayFromNumber(dayNumber(today) + usual),
    way: customer.mayMail ? 'mail' : 'hand',
    language: 'da',
  })
  const byHand = values.way === 'hand'
  const saying = useSay(where, () => {
    if (byHand) onLink(`${window.location.origin}/hearing/${encodeURIComponent(where.contract)}#${secret}`)
    onClose()
  })
  const send = async () =>
    saying.send({
      place: `customers/${customer.number}/hearings`,
      expects: customer.hearing?.fact,
      body: { verdict: customer.reviews[0]?.id, ...values, ...(byHand ? { link: await sha256(secret) } : {}) },
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.hear')} onSend={() => void send()} onClose={onClose}>
      <TextField
        type="date" size="short" label={t('spotcheck.hearingDeadline')} error={fault(saying.problem, 'deadline')}
        value={values.deadline} onChange={(deadline) => setValues({ ...values, deadline })}
      />
      <Choice
        label={t('spotcheck.hearingWay')} error={fault(saying.problem, 'way')} value={values.way}
        options={[
          ...(customer.mayMail ? [{ value: 'mail', label: t('spotcheck.way.mail', { to: customer.contact }) }] : []),
          { value: 'hand', label: t('spotcheck.way.hand') },
        ]}
        onChange={(way) => setValues({ ...values, way })}
      />
      {byHand ? null : (
        <Choice
          label={t('spotcheck.hearingLanguage')} error={fault(saying.problem, 'language')} value={values.language}
          options={[{ value: 'da', label: t('spotcheck.danish') }, { value: 'en', label: t('spotcheck.english') }]}
          onChange={(language) => setValues({ ...values, language })}
        />
      )}
    </ActForm>
  )
}
