import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Customer, Round } from '../wire'
import { Refused } from './Refused'
import { SelectField } from './SelectField'

interface Props {
  customer: Customer
  round: Round
  where: Where
  acts: boolean
}

/** Who reviews the customer; whoever plans may give it to another. */
export function AssignField({ customer, round, where, acts }: Props) {
  const { t } = useText()
  const saying = useSay(where)
  const { assigned } = customer
  if (!acts || !round.may.plan || customer.state === 'countersigned') {
    return assigned ? <p className="small">{t('spotcheck.assigned', { name: assigned.name })}</p> : null
  }
  return (
    <div className="spotcheck-assign">
      <SelectField
        label={t('spotcheck.assignTo', { number: customer.number })}
        value={assigned?.subject ?? ''}
        options={[...(assigned ? [] : [{ value: '', label: t('spotcheck.nobody') }]), ...round.people.map(({ subject, name }) => ({ value: subject, label: name }))]}
        onChange={(subject) => {
          if (!saying.busy) saying.send({ place: `customers/${customer.number}/assignments`, body: { to: { subject, name: '' } }, expects: customer.assignment?.id })
        }}
      />
      <Refused saying={saying} />
    </div>
  )
}
