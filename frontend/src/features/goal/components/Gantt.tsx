import { useRef, useState, type KeyboardEvent } from 'react'
import { anchor } from '@/shared/form/useFormAddress'
import type { Contract, Day, Item, SafeDay, Step } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { useWidth } from '@/shared/ui/useWidth'
import { axisOf, moveTo, quarterStarts, standsAt, xOf } from '../gantt'
import { stepWords } from '../ganttWords'
import { GanttLegend } from './GanttLegend'
import { GanttMark } from './GanttMark'

interface Props {
  items: Item[]
  contract: Contract
  today: Day
  /** The last safe days of the open steps. */
  safe: ReadonlyMap<string, SafeDay>
}

const lane = 46
const head = 8

/** The plan on a time line, an item to a lane; the table below says the same. */
export function Gantt({ items, contract, today, safe }: Props) {
  const { t, language } = useText()
  const { ref, width } = useWidth()
  const drawing = useRef<SVGSVGElement>(null)
  const lanes = items.map((item) => item.steps)
  const first = lanes.flat()[0]?.id
  const [looked, setLooked] = useState<string>()
  const stop = lanes.flat().some((step) => step.id === looked) ? looked : first
  const shown = lanes.flat().find((step) => step.id === looked)
  const height = head + items.length * lane + 22
  const axis = axisOf(items, contract.from, contract.to, 8, Math.max(width - 16, 0))
  const places = new Map<string, { x: number; y: number }>()
  items.forEach((item, row) => {
    for (const step of item.steps) places.set(step.id, { x: xOf(axis, standsAt(step)), y: middle(row) })
  })

  function press(event: KeyboardEvent, step: Step) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      toRow(step.id)
      return
    }
    const next = moveTo(lanes, step.id, event.key)
    if (next === undefined) return
    event.preventDefault()
    drawing.current?.querySelector<SVGGElement>(`[data-step="${CSS.escape(next)}"]`)?.focus()
  }

  return (
    <div ref={ref} className="gantt">
      {width > 0 ? (
        <svg
          ref={drawing}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={t('gantt.label')}
        >
          {quarterStarts(axis).map(({ day, number }, index) => (
            <g key={day} aria-hidden="true">
              <path className="axis" d={`M${xOf(axis, day)} 0V${height - 18}`} />
              <text x={xOf(axis, day) + 4} y={height - 5}>
                {width < 500 || axis.days > 366 ? t('gantt.q', { n: number }) : t('year.quarter', { n: number })}
                {axis.days > 366 && (number === 1 || index === 0) ? ` ${day.slice(0, 4)}` : null}
              </text>
            </g>
          ))}
          <path className="today" d={`M${xOf(axis, today)} 0V${height - 18}`} />
          {items.map((item, row) => (
            <g key={item.id} aria-hidden="true">
              <text className="lane-name" x={8} y={head + row * lane + 14}>
                {clipped(`${item.number} ${item.title}`.trim(), width)}
              </text>
              <path className="lane" d={`M8 ${middle(row)}H${width - 8}`} />
            </g>
          ))}
          {items.flatMap((item) =>
            item.steps.flatMap((step) =>
              step.dependsOn.map((before) => (
                <Dependency
                  key={`${before}>${step.id}`}
                  from={places.get(before)}
                  to={places.get(step.id)}
                  looked={looked === before || looked === step.id}
                />
              )),
            ),
          )}
          {items.flatMap((item, row) =>
            item.steps.map((step) => (
              <GanttMark
                key={step.id}
                step={step}
                safe={safe.get(step.id)}
                axis={axis}
                y={middle(row)}
                looked={looked === step.id}
                stop={stop === step.id}
                words={`${item.title}, ${stepWords(step, safe.get(step.id), language, t)}`}
                onLook={() => setLooked(step.id)}
                onPress={(event) => press(event, step)}
                onClick={() => toRow(step.id)}
              />
            )),
          )}
        </svg>
      ) : null}
      <p className="gantt-words screen-only" aria-hidden="true">
        {shown ? stepWords(shown, safe.get(shown.id), language, t) : t('gantt.hint')}
      </p>
      <GanttLegend />
    </div>
  )
}

/** The step's row in the table below. */
function toRow(step: string) {
  const row = document.getElementById(anchor(step))
  row?.scrollIntoView({ block: 'center' })
  row?.focus({ preventScroll: true })
}

function middle(row: number): number {
  return head + row * lane + 30
}

function clipped(text: string, width: number): string {
  const most = Math.floor((width - 16) / 7)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

type Place = { x: number; y: number } | undefined

function Dependency({ from, to, looked }: { from: Place; to: Place; looked: boolean }) {
  if (!from || !to) return null
  const path =
    from.y === to.y ? `M${from.x} ${from.y}H${to.x}` : `M${from.x} ${from.y}C${from.x + 24} ${from.y} ${to.x - 24} ${to.y} ${to.x} ${to.y}`
  // The point stands short of the step that waits.
  const way = to.x >= from.x ? -1 : 1
  const tip = to.x + way * 8
  return (
    <g className={looked ? 'depends looked' : 'depends'}>
      <path d={path} />
      {Math.abs(to.x - from.x) > 22 ? <path className="tip" d={`M${tip} ${to.y}l${way * 6} -3.5v7z`} /> : null}
    </g>
  )
}
