import { useText } from '@/shared/text/useText'
import { AddressLink } from '@/shared/ui/AddressLink'

interface Props {
  contract: string
  goal: string
  requirement: string
  subject: string
}

/** Leads to the subsample of the cases that a result rests on. */
export function SampleLink({ contract, goal, requirement, subject }: Props) {
  const { t } = useText()
  const query = new URLSearchParams({ subject }).toString()
  return (
    <AddressLink to={`/c/${encodeURIComponent(contract)}/goals/${encodeURIComponent(goal)}/cases/${encodeURIComponent(requirement)}/sample?${query}`}>
      {t('verify.sample')}
    </AddressLink>
  )
}
