import type { ContractEdit } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

interface Props {
  edits: ContractEdit[]
  busy: boolean
  onEdits: (edits: ContractEdit[]) => void
}

/** Puts the change into the file; there is nothing to press while nothing would change. */
export function PutIn({ edits, busy, onEdits }: Props) {
  const { t } = useText()
  const idle = edits.length === 0 || busy
  return (
    <p className="form-acts">
      <button
        type="button"
        className="button button-primary"
        aria-disabled={idle}
        onClick={() => {
          if (!idle) onEdits(edits)
        }}
      >
        {t('common.put')}
      </button>
    </p>
  )
}
