import type { Amendment } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

const shapes = {
  proposed: '○',
  agreed: '◐',
  approved: '◐',
  concluded: '●',
  refused: '✕',
  withdrawn: '↩',
} as const

/** Where a proposal stands: a shape and the words. */
export function AmendmentState({ amendment }: { amendment: Amendment }) {
  const { t } = useText()
  return (
    <span className={`amendment-state ${amendment.state}`}>
      <span aria-hidden="true">{shapes[amendment.state]}</span> {t(`amendment.state.${amendment.state}`)}
    </span>
  )
}
