import type { KeyboardEvent } from 'react'
import type { SafeDay, Step } from '@/shared/api/wire'
import { standsAt, xOf, type Axis } from '../gantt'
import { StepShape } from './StepShape'

interface Props {
  step: Step
  safe: SafeDay | undefined
  axis: Axis
  y: number
  looked: boolean
  /** Where the tabulator comes in; the arrows go on from there. */
  stop: boolean
  words: string
  onLook: () => void
  onPress: (event: KeyboardEvent) => void
  onClick: () => void
}

/** A step on its lane: where it stands, its agreed date, where it was moved from, its last safe day. */
export function GanttMark({ step, safe, axis, y, looked, stop, words, onLook, onPress, onClick }: Props) {
  const at = xOf(axis, standsAt(step))
  const agreed = xOf(axis, step.due)
  const moved = step.expected !== '' && step.expected !== step.planned && step.done === ''
  // It was due there, and is hoped for here.
  const overdue = step.state === 'overdue' && at > agreed
  const ownDay = safe && safe.day !== '' && safe.through === ''
  return (
    <g
      className={`gantt-mark mark-${step.state}`}
      role="button"
      tabIndex={stop ? 0 : -1}
      data-step={step.id}
      aria-label={words}
      onFocus={onLook}
      onPointerEnter={onLook}
      onKeyDown={onPress}
      onClick={onClick}
    >
      <title>{words}</title>
      {looked && safe && safe.pace !== '' ? <path className="slack" d={`M${at} ${y + 9}H${xOf(axis, safe.pace)}`} /> : null}
      {moved ? <path className="moved" d={`M${xOf(axis, step.planned)} ${y}H${at}`} /> : null}
      {moved && !overdue ? <circle className="moved-from" cx={xOf(axis, step.planned)} cy={y} r={2.5} /> : null}
      {step.decides ? <path className="agreed" d={`M${agreed} ${y - 9}V${y + 9}`} /> : null}
      {ownDay ? <path className="safe" d={safeMark(xOf(axis, safe.day), y)} /> : null}
      <rect className="reach" x={at - 12} y={y - 12} width={24} height={24} />
      {overdue ? <StepShape state="overdue" x={agreed} y={y} /> : null}
      <g className={overdue ? 'mark-open' : undefined}>
        <StepShape state={overdue ? 'open' : step.state} x={at} y={y} />
      </g>
      {looked ? <circle className="looked" cx={at} cy={y} r={10} /> : null}
    </g>
  )
}

/** A bracket that closes on the day. */
export function safeMark(x: number, y: number): string {
  return `M${x - 5} ${y - 9}H${x}V${y + 9}H${x - 5}`
}
