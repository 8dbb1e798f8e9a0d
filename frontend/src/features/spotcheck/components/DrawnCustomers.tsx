import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { FilterChoice } from '@/shared/list/FilterFields'
import { useText } from '@/shared/text/useText'
import { lookedAt, readDrawnSearch } from '../drawn'
import type { Where } from '../useSay'
import type { Round } from '../wire'
import { AssignPart } from './AssignPart'
import { CustomerRow } from './CustomerRow'

interface Props {
  round: Round
  where: Where
  acts: boolean
  /** The round is shown as it was taken along. */
  kept: boolean
}

/** The drawn customers: all, those one reviews oneself, or those that nobody has. */
export function DrawnCustomers({ round, where, acts, kept }: Props) {
  const { t } = useText()
  const { subject } = useSession()
  const navigate = useNavigate()
  const { only } = readDrawnSearch(useSearch({ strict: false }))
  const shown = lookedAt(round.customers, only, subject)
  return (
    <section className="requirement">
      <h2>{t('spotcheck.customers')}</h2>
      {kept ? null : <AssignPart round={round} where={where} acts={acts} />}
      <div className="filter screen-only">
        <FilterChoice
          label={t('spotcheck.show')}
          value={only}
          all={t('spotcheck.showAll')}
          options={[
            { value: 'mine', label: t('spotcheck.showMine') },
            { value: 'nobody', label: t('spotcheck.showNobody') },
          ]}
          onChange={(value) => void navigate({ to: '.', search: (before) => ({ ...before, ...readDrawnSearch({ only: value }), ...(value ? {} : { only: undefined }) }), replace: true })}
        />
      </div>
      {shown.length === 0 ? <p className="empty">{t('spotcheck.noneShown')}</p> : null}
      <ul className="plain">
        {shown.map((customer) => (
          <CustomerRow key={`${customer.number} ${customer.reviews[0]?.id} ${customer.signed[0]?.id}`} customer={customer} round={round} where={where} acts={acts} kept={kept} />
        ))}
      </ul>
    </section>
  )
}
