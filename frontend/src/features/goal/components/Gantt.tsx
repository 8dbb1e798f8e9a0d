import type { Contract, Day, Item, Step } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import { useWidth } from '@/shared/ui/useWidth'
import { useText } from '@/shared/text/useText'
import { axisOf, quarterStarts, standsAt, xOf, type Axis } from '../gantt'

interface Props {
  items: Item[]
  contract: Contract
  today: Day
}

const lane = 46
const head = 8

/** The plan on a time line, an item to a lane; the table below says the same. */
export function Gantt({ items, contract, today }: Props) {
  const { t } = useText()
  const { ref, width } = useWidth()
  const height = head + items.length * lane + 22
  const axis = axisOf(items, contract.from, contract.to, 8, Math.max(width - 16, 0))
  const places = new Map<string, { x: number; y: number }>()
  items.forEach((item, row) => {
    for (const step of item.steps) places.set(step.id, { x: xOf(axis, standsAt(step)), y: middle(row) })
  })
  return (
    <div ref={ref} className="gantt">
      {width > 0 ? (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('gantt.label')}>
          {quarterStarts(axis).map(({ day, number }) => (
            <g key={day}>
              <path className="axis" d={`M${xOf(axis, day)} 0V${height - 18}`} />
              <text x={xOf(axis, day) + 4} y={height - 5}>
                {width < 500 ? t('gantt.q', { n: number }) : t('year.quarter', { n: number })}
              </text>
            </g>
          ))}
          <path className="today" d={`M${xOf(axis, today)} 0V${height - 18}`} />
          {items.map((item, row) => (
            <g key={item.id}>
              <text className="lane-name" x={8} y={head + row * lane + 14}>
                {clipped(`${item.number} ${item.title}`.trim(), width)}
              </text>
              <path className="lane" d={`M8 ${middle(row)}H${width - 8}`} />
            </g>
          ))}
          {items.flatMap((item) =>
            item.steps.flatMap((step) =>
              step.dependsOn.map((before) => <Dependency key={`${before}>${step.id}`} from={places.get(before)} to={places.get(step.id)} />),
            ),
          )}
          {items.flatMap((item, row) =>
            item.steps.map((step) => <StepMark key={step.id} step={step} axis={axis} y={middle(row)} />),
          )}
        </svg>
      ) : null}
      <Legend />
    </div>
  )
}

function middle(row: number): number {
  return head + row * lane + 30
}

function clipped(text: string, width: number): string {
  const most = Math.floor((width - 16) / 7)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

type Place = { x: number; y: number } | undefined

function Dependency({ from, to }: { from: Place; to: Place }) {
  if (!from || !to) return null
  const path =
    from.y === to.y ? `M${from.x} ${from.y}H${to.x}` : `M${from.x} ${from.y}C${from.x + 24} ${from.y} ${to.x - 24} ${to.y} ${to.x} ${to.y}`
  return <path className="depends" d={path} />
}

function StepMark({ step, axis, y }: { step: Step; axis: Axis; y: number }) {
  const { t, language } = useText()
  const at = xOf(axis, standsAt(step))
  const agreed = xOf(axis, step.due)
  const moved = step.expected !== '' && step.expected !== step.planned && step.done === ''
  return (
    <g className={`mark-${step.state}`}>
      <title>
        {t('gantt.step', { title: step.title, state: t(`item.${step.state}`), day: longDay(standsAt(step), language) })}
      </title>
      {moved ? <path className="moved" d={`M${xOf(axis, step.planned)} ${y}H${at}`} /> : null}
      {step.decides ? <path className="agreed" d={`M${agreed} ${y - 9}V${y + 9}`} /> : null}
      <Shape step={step} x={at} y={y} />
    </g>
  )
}

function Shape({ step, x, y }: { step: Step; x: number; y: number }) {
  switch (step.state) {
    case 'kept':
      return <circle cx={x} cy={y} r={5.5} />
    case 'late':
    case 'lost':
      return <path d={`M${x - 5} ${y - 5}h10v10h-10z`} />
    case 'overdue':
      return <path d={`M${x} ${y - 6.5}l6.5 11.5h-13z`} />
    case 'open':
      return <circle cx={x} cy={y} r={4.5} />
  }
}

function Legend() {
  const { t } = useText()
  return (
    <ul className="plain legend" aria-hidden="true">
      {(['kept', 'open', 'overdue', 'late'] as const).map((state) => (
        <li key={state} className={`mark-${state}`}>
          <svg width="14" height="14" viewBox="0 0 14 14">
            <Shape step={{ state } as Step} x={7} y={7} />
          </svg>
          {t(`item.${state}`)}
        </li>
      ))}
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14">
          <path className="agreed" d="M7 0V14" />
        </svg>
        {t('gantt.agreed')}
      </li>
      <li>
        <svg width="22" height="14" viewBox="0 0 22 14">
          <path className="moved" d="M0 7H22" />
        </svg>
        {t('gantt.moved')}
      </li>
    </ul>
  )
}
