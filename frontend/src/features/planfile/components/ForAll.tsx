import { useState } from 'react'
import { TextField } from '@/shared/form/Field'
import { useText } from '@/shared/text/useText'
import type { Change } from '../api'
import { lacksReason, left, type Said } from '../choose'

interface Props {
  changes: Change[]
  said: Said
  onSay: (said: Said) => void
}

/** One reason for every row that lacks one; one owner for every row. */
export function ForAll({ changes, said, onSay }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [owner, setOwner] = useState('')
  const lacking = changes.filter((change) => lacksReason(change, said))
  const kept = changes.filter((change) => !left(change, said))
  const filled = (steps: Change[], value: string) => Object.fromEntries(steps.map(({ step }) => [step, value]))
  return (
    <div className="for-all screen-only">
      {lacking.length > 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSay({ ...said, reasons: { ...said.reasons, ...filled(lacking, reason.trim()) } })
          }}
        >
          <TextField label={t('planfile.reasonForAll', { count: lacking.length })} value={reason} onChange={setReason} />
          <button type="submit" className="button button-secondary" disabled={reason.trim() === ''}>
            {t('planfile.fill')}
          </button>
        </form>
      ) : null}
      <details>
        <summary>{t('planfile.ownerForAllTitle')}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSay({ ...said, owners: { ...said.owners, ...filled(kept, owner.trim()) } })
          }}
        >
          <TextField label={t('planfile.ownerForAll', { count: kept.length })} value={owner} onChange={setOwner} />
          <button type="submit" className="button button-secondary" disabled={owner.trim() === ''}>
            {t('planfile.fill')}
          </button>
        </form>
      </details>
    </div>
  )
}
