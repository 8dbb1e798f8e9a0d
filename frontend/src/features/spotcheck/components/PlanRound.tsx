import { useState } from 'react'
import { useText } from '@/shared/text/useText'
import type { SpotchecksPage } from '../wire'
import { PlanForm } from './PlanForm'

/** The way to a new round. */
export function PlanRound({ page, contract }: { page: SpotchecksPage; contract: string }) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  if (open) return <PlanForm page={page} contract={contract} onClose={() => setOpen(false)} />
  return (
    <p className="screen-only">
      <button type="button" className="button button-primary" onClick={() => setOpen(true)}>
        {t('spotcheck.plan')}
      </button>
    </p>
  )
}
