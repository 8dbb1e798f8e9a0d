import { useState } from 'react'
import { AreaField, TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { dayFromNumber, dayNumber } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { FollowUp } from '../wire'
import { ActForm } from './ActForm'
import { PersonField } from './PersonField'

interface Props {
  where: Where
  number: number
  clause: string
  verdict: string
  owners: { subject: string; name: string }[]
  /** What was said before, where it is changed. */
  before?: FollowUp
  expects?: string
  onClose: () => void
}

const usual = 28

/** Who does what about a deviation, and by when. */
export function FollowUpForm({ where, number, clause, verdict, owners, before, expects, onClose }: Props) {
  const { t } = useText()
  const [values, setValues] = useState({
    owner: before?.owner.subject ?? '',
    deadline: before?.deadline ?? dayFromNumber(dayNumber(where.day) + usual),
    measure: before?.measure ?? '',
    reason: '',
  })
  const saying = useSay(where, onClose)
  const set = (changed: Partial<typeof values>) => setValues({ ...values, ...changed })
  const send = () =>
    saying.send({
      place: `customers/${number}/clauses/${clause}/findings`,
      expects,
      body: {
        verdict, owner: { subject: values.owner, name: '' }, deadline: values.deadline, measure: values.measure,
        ...(before ? { reason: values.reason } : {}),
      },
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.followUpDone')} onSend={send} onClose={onClose}>
      <AreaField label={t('spotcheck.measure')} error={fault(saying.problem, 'measure')} value={values.measure} onChange={(measure) => set({ measure })} />
      <PersonField label={t('spotcheck.owner')} people={owners} error={fault(saying.problem, 'owner')} value={values.owner} onChange={(owner) => set({ owner })} />
      <TextField
        type="date" size="short" label={t('spotcheck.deadline')} error={fault(saying.problem, 'deadline')}
        value={values.deadline} onChange={(deadline) => set({ deadline })}
      />
      {before ? <AreaField label={t('spotcheck.whyChanged')} error={fault(saying.problem, 'reason')} value={values.reason} onChange={(reason) => set({ reason })} /> : null}
    </ActForm>
  )
}
