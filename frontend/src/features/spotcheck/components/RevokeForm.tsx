import { useState } from 'react'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Customer } from '../wire'
import { ActForm } from './ActForm'

/** Revokes a hearing: its link leads nowhere any more. */
export function RevokeForm({ customer, where, onClose }: { customer: Customer; where: Where; onClose: () => void }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const saying = useSay(where, onClose)
  const send = () =>
    saying.send({
      place: `customers/${customer.number}/revocations`,
      expects: customer.hearing?.facts.find(({ kind }) => kind === 'spotcheck.hearing-revocation')?.id,
      body: { hearing: customer.hearing?.fact, reason },
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.revoke')} onSend={send} onClose={onClose}>
      <AreaField label={t('spotcheck.whyRevoked')} error={fault(saying.problem, 'reason')} value={reason} onChange={setReason} />
    </ActForm>
  )
}
