import type { GoalState, ItemState } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

type Shape = 'disc' | 'ring' | 'half' | 'triangle' | 'diamond' | 'square' | 'dashed'

const goalShape: Record<GoalState, Shape> = {
  kept: 'disc',
  partly: 'half',
  not_kept: 'square',
  late: 'diamond',
  at_risk: 'triangle',
  on_track: 'ring',
  not_started: 'dashed',
}

const itemShape: Record<ItemState, Shape> = {
  kept: 'disc',
  late: 'square',
  lost: 'square',
  overdue: 'triangle',
  open: 'ring',
}

function ShapeOf({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'disc':
      return <circle className="good" cx="6" cy="6" r="6" />
    case 'ring':
      return <circle className="blue" cx="6" cy="6" r="4.5" />
    case 'half':
      return (
        <g className="half">
          <path d="M6 0.75a5.25 5.25 0 0 0 0 10.5z" />
          <circle cx="6" cy="6" r="5.25" fill="none" strokeWidth="1.5" />
        </g>
      )
    case 'triangle':
      return <path className="warn" d="M6 0L12 11.5H0z" />
    case 'diamond':
      return <path className="bad" d="M6 0L12 6L6 12L0 6z" />
    case 'square':
      return <path className="bad" d="M0.5 0.5h11v11h-11z" />
    case 'dashed':
      return <circle className="none" cx="6" cy="6" r="5" />
  }
}

function Mark({ shape, word }: { shape: Shape; word: string }) {
  return (
    <span className="state">
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <ShapeOf shape={shape} />
      </svg>
      {word}
    </span>
  )
}

/** A goal's state by shape alone, beside its word. */
export function GoalStateSign({ state }: { state: GoalState }) {
  return (
    <svg className="state-sign" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <ShapeOf shape={goalShape[state]} />
    </svg>
  )
}

/** A goal's state by shape and word. */
export function GoalStateMark({ state }: { state: GoalState }) {
  const { t } = useText()
  return <Mark shape={goalShape[state]} word={t(`state.${state}`)} />
}

/** Whether something is as it should be, by shape and a word of its own. */
export function OkMark({ ok, word }: { ok: boolean; word: string }) {
  return <Mark shape={ok ? 'disc' : 'square'} word={word} />
}

/** The state of an item or a step by shape and word. */
export function ItemStateMark({ state }: { state: ItemState }) {
  const { t } = useText()
  return <Mark shape={itemShape[state]} word={t(`item.${state}`)} />
}
