import type { Amendment } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

const shapes = {
  proposed: '○',
  agreed: '◐',
  approved: '◐',
  concluded: '●',
  refused: '✕',
  withdrawn: '↩',
  overtaken: '⇥',
  replaced: '⇥',
} as const

/** Where a proposal stands: a shape and the words. */
export function AmendmentState({ amendment }: { amendment: Amendment }) {
  const { t } = useText()
  const state = amendment.overtaken ? 'overtaken' : amendment.state
  return (
    <span className={`amendment-state ${state}`}>
      <span aria-hidden="true">{shapes[state]}</span> {t(state === 'concluded' && amendment.base === 0 ? 'signing.concluded' : `amendment.state.${state}`)}
    </span>
  )
}
