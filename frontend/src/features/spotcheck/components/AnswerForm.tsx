import { useState } from 'react'
import { Choice } from '@/shared/form/Choice'
import { AreaField, TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { randomHex } from '@/shared/format/random'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Customer } from '../wire'
import { ActForm } from './ActForm'

const ways = ['letter', 'mail', 'phone', 'meeting'] as const

interface Props {
  customer: Customer
  where: Where
  today: string
  onClose: () => void
}

/** An answer that came otherwise than by the link: how, when, and what it says. */
export function AnswerForm({ customer, where, today, onClose }: Props) {
  const { t } = useText()
  const [salt] = useState(() => randomHex(16))
  const [values, setValues] = useState({ how: '' as (typeof ways)[number] | '', received: today, text: '' })
  const saying = useSay(where, onClose)
  const send = () =>
    saying.send({
      place: `customers/${customer.number}/answers`,
      day: values.received,
      expects: customer.hearing?.facts.find(({ kind }) => kind === 'spotcheck.hearing-answer')?.id,
      body: { hearing: customer.hearing?.fact, how: values.how, text: values.text, salt },
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.answerDone')} onSend={send} onClose={onClose}>
      <Choice
        label={t('spotcheck.answerHow')} error={fault(saying.problem, 'how')} value={values.how}
        options={ways.map((value) => ({ value, label: t(`spotcheck.by.${value}`) }))}
        onChange={(how) => setValues({ ...values, how })}
      />
      <TextField
        type="date" size="short" label={t('spotcheck.answerReceived')} error={fault(saying.problem, 'day')}
        value={values.received} onChange={(received) => setValues({ ...values, received })}
      />
      <AreaField
        label={t('spotcheck.answerText')} error={fault(saying.problem, 'text')}
        value={values.text} onChange={(text) => setValues({ ...values, text })}
      />
    </ActForm>
  )
}
