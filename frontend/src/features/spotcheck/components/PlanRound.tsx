import { useState } from 'react'
import { useText } from '@/shared/text/useText'
import type { SpotchecksPage } from '../wire'
import { PlanForm } from './PlanForm'

interface Props {
  page: SpotchecksPage
  contract: string
  /** A list is being taken in: nothing is begun on the one that it follows. */
  waits: boolean
}

/** The way to a new round. */
export function PlanRound({ page, contract, waits }: Props) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  if (open) return <PlanForm page={page} contract={contract} onClose={() => setOpen(false)} />
  if (waits) return null
  return (
    <p className="screen-only">
      <button type="button" className="button button-primary" onClick={() => setOpen(true)}>
        {t('spotcheck.plan')}
      </button>
    </p>
  )
}
