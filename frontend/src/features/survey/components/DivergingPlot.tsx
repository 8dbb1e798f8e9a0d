import * as Observable from '@observablehq/plot'
import { useMemo, type ReactNode } from 'react'
import { useText } from '@/shared/text/useText'
import { Plot, type PlotColumn, type PlotSpace } from '@/shared/ui/plot/Plot'
import { middleOf, piecesOf, type Piece } from '../groups'
import type { GroupView, SurveyView } from '../wire'

export interface Line {
  name: string
  group: GroupView | null
}

interface Props {
  view: SurveyView
  lines: Line[]
  title: string
  label: string
  about?: ReactNode
  file: string
}

/** The answers of several groups around the middle of the scale, with the same figures as a table. */
export function DivergingPlot({ view, lines, title, label, about, file }: Props) {
  const { t } = useText()
  const draw = useMemo(() => drawing(view, lines, (value) => t('number.percent', { value })), [view, lines, t])
  const count = (line: Line, text: (group: GroupView) => string) =>
    line.group && !line.group.hidden ? text(line.group) : t('survey.hidden')
  const columns: PlotColumn<Line>[] = [
    { title: t('survey.question'), text: (line) => line.name },
    { title: `${t('survey.share')} (%)`, number: true, text: (line) => count(line, (group) => group.shareText) },
    { title: t('survey.n'), number: true, text: (line) => count(line, (group) => String(group.answered)) },
    ...view.scale.values.map((value, i) => ({
      title: value,
      number: true,
      text: (line: Line) => count(line, (group) => String(group.counts[i] ?? 0)),
    })),
    { title: t('survey.dontKnow'), number: true, text: (line) => count(line, (group) => String(group.dontKnow)) },
    { title: t('survey.missing'), number: true, text: (line) => count(line, (group) => String(group.missing)) },
  ]
  return (
    <Plot
      title={title}
      label={label}
      about={about}
      file={file}
      rows={lines}
      columns={columns}
      draw={draw}
      legend={<Legend view={view} />}
    />
  )
}

/** Which pattern is which answer, in the scale's order. */
function Legend({ view }: { view: SurveyView }) {
  return (
    <ul className="plain plot-legend">
      {view.scale.values.map((value, i) => (
        <li key={value}>
          <svg width="16" height="16" aria-hidden="true" focusable="false">
            <rect width="16" height="16" fill={fillOf(view, i)} stroke="var(--soft)" />
            {dotted(view, i) ? <path d="M0 16L16 0" stroke="var(--ground)" strokeWidth="2" /> : null}
          </svg>
          {value}
        </li>
      ))}
    </ul>
  )
}

/** Satisfied answers are blue, the others grey, the stronger the fuller; the middle is nearly empty. */
function fillOf(view: SurveyView, i: number): string {
  const { values, satisfied } = view.scale
  if (i === middleOf(view)) return 'var(--reach)'
  if (satisfied.includes(values[i] ?? '')) return i === values.length - 1 ? 'var(--blue)' : 'var(--stripe-a)'
  return i === 0 ? 'var(--warn)' : 'var(--past-line)'
}

/** The outermost answer on the dissatisfied side has a line across, so that colour alone tells nothing. */
function dotted(view: SurveyView, i: number): boolean {
  return i === 0 && !view.scale.satisfied.includes(view.scale.values[0] ?? '')
}

function drawing(view: SurveyView, lines: Line[], percent: (value: number) => string) {
  const pieces = lines.flatMap((line) => (line.group ? piecesOf(view, line.name, line.group) : []))
  const place = (piece: Piece) => view.scale.values.indexOf(piece.answer)
  return ({ width, document }: PlotSpace) => {
    const narrow = width < 520
    return Observable.plot({
      document,
      width,
      height: 46 + lines.length * (narrow ? 58 : 44),
      marginLeft: 18,
      marginRight: 18,
      marginTop: 6,
      marginBottom: 26,
      x: { domain: [-100, 100], label: null, tickFormat: (x: number) => percent(Math.abs(x)), ticks: [-100, -50, 0, 50, 100] },
      y: { domain: lines.map((line) => line.name), label: null, axis: null, padding: 0 },
      marks: [
        Observable.gridX([-100, -50, 50, 100], { stroke: 'var(--line)', strokeOpacity: 1 }),
        Observable.rectX(pieces, { x1: 'from', x2: 'to', y: 'group', insetTop: 20, insetBottom: 4, fill: (piece: Piece) => fillOf(view, place(piece)), stroke: 'var(--ground)' }),
        Observable.text(pieces.filter((piece) => piece.share >= (narrow ? 0.14 : 0.08)), {
          x: (piece: Piece) => (piece.from + piece.to) / 2,
          y: 'group',
          dy: 8,
          text: (piece: Piece) => String(piece.count),
          fill: (piece: Piece) => inkOn(view, place(piece)),
          fontSize: 12,
        }),
        Observable.text(lines, { frameAnchor: 'left', y: 'name', dy: narrow ? -20 : -14, text: 'name', fill: 'var(--ink)', fontSize: 12.5, lineWidth: width / 13 }),
        Observable.ruleX([0], { stroke: 'var(--ink)' }),
        Observable.axisX([-100, -50, 0, 50, 100], { tickSize: 4, tickFormat: (x: number) => percent(Math.abs(x)) }),
      ],
    })
  }
}

/** Letters that can be read on the answer's colour. */
function inkOn(view: SurveyView, i: number): string {
  const fill = fillOf(view, i)
  return fill === 'var(--blue)' || fill === 'var(--warn)' ? 'var(--on-blue)' : fill === 'var(--past-line)' ? '#1a1a1a' : 'var(--ink)'
}
