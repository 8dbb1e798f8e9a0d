import { useEffect, useId, useRef, type ReactNode } from 'react'
import { csvText } from '@/shared/format/csv'
import { useText } from '@/shared/text/useText'
import { useWidth } from '../useWidth'
import { savePng, saveText, svgText } from './save'

/** A column of the table behind a picture and of its CSV. */
export interface PlotColumn<Row> {
  title: string
  number?: boolean
  text: (row: Row) => string
  /** What the table shows in its place, a link for instance. */
  shown?: (row: Row) => ReactNode
}

/** What a picture is drawn with: pass both on to the plotting library. */
export interface PlotSpace {
  width: number
  document: Document
}

interface Props<Row> {
  title: string
  /** What the picture shows, for those who do not see it. */
  label: string
  /** What it says, in words. */
  about?: ReactNode
  /** How the figures came about. */
  method?: ReactNode
  /** The saved files' name, without its ending. */
  file: string
  rows: Row[]
  columns: PlotColumn<Row>[]
  /** The picture for a width; made anew when it is another function. */
  draw: (space: PlotSpace) => Element
  /** The datum under the pointer was pressed; the table offers the same by keyboard. */
  onPick?: (datum: unknown) => void
  legend?: ReactNode
}

/** A picture with its title, the table behind it, and the ways to take it along. */
export function Plot<Row>({ title, label, about, method, file, rows, columns, draw, onPick, legend }: Props<Row>) {
  const { t, language } = useText()
  const heading = useId()
  const { ref, width } = useWidth()
  const stage = useRef<HTMLDivElement>(null)
  const picked = useRef(onPick)
  useEffect(() => {
    picked.current = onPick
  })

  useEffect(() => {
    const place = stage.current
    if (!place || width === 0) return
    const svg = drawn(draw, width)
    if (!svg) return
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
    svg.addEventListener('click', () => {
      const datum: unknown = (svg as SVGSVGElement & { value?: unknown }).value
      if (datum !== null && datum !== undefined) picked.current?.(datum)
    })
    place.replaceChildren(svg)
    return () => place.replaceChildren()
  }, [draw, label, width])

  const picture = () => stage.current?.querySelector('svg') ?? undefined
  const saved = {
    csv: () => saveText(csvText(tableOf(rows, columns), language), `${file}.csv`, 'text/csv'),
    svg: () => {
      const svg = picture()
      if (svg) saveText(svgText(svg), `${file}.svg`, 'image/svg+xml')
    },
    png: () => {
      const svg = picture()
      if (svg) void savePng(svg, `${file}.png`)
    },
  }
  return (
    <section className="plot" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {about ? <p className="plot-about">{about}</p> : null}
      {method ? (
        <details className="plot-method">
          <summary>{t('plot.method')}</summary>
          <p>{method}</p>
        </details>
      ) : null}
      <div ref={ref} className={onPick ? 'plot-stage pickable' : 'plot-stage'}>
        <div ref={stage} />
      </div>
      {legend}
      <details className="plot-table">
        <summary>{t('plot.table')}</summary>
        <div className="plot-scroll" role="region" aria-label={title} tabIndex={0}>
          <PlotTable title={title} rows={rows} columns={columns} />
        </div>
      </details>
      <p className="plot-acts screen-only">
        {t('plot.save')}
        {(['svg', 'png', 'csv'] as const).map((kind) => (
          <button key={kind} type="button" className="linklike" onClick={saved[kind]}>
            {t(`plot.save.${kind}`)}
            <span className="sr-only"> {title}</span>
          </button>
        ))}
      </p>
    </section>
  )
}

/**
 * Lets the picture be made in a document apart: the library writes a style sheet
 * into it, which our content security policy would refuse on the page.
 */
function drawn(draw: (space: PlotSpace) => Element, width: number): SVGSVGElement | undefined {
  const apart = document.implementation.createHTMLDocument('')
  // The library makes its events by way of the document's window.
  Object.defineProperty(apart, 'defaultView', { value: window })
  const made = draw({ width, document: apart })
  for (const style of made.querySelectorAll('style')) style.remove()
  // The whole picture has a name; the library's names of its parts, in English, are not for reading.
  for (const named of made.querySelectorAll('[aria-label], [aria-description]')) {
    named.removeAttribute('aria-label')
    named.removeAttribute('aria-description')
  }
  return document.adoptNode(made) as SVGSVGElement
}

function tableOf<Row>(rows: Row[], columns: PlotColumn<Row>[]): string[][] {
  return [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.text(row)))]
}

function PlotTable<Row>({ title, rows, columns }: { title: string; rows: Row[]; columns: PlotColumn<Row>[] }) {
  return (
    <table className="rows">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" className={column.number ? 'number' : undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <tr key={n}>
            {columns.map((column, place) => {
              const shown = column.shown ? column.shown(row) : column.text(row)
              return place === 0 ? (
                <th key={column.title} scope="row">
                  {shown}
                </th>
              ) : (
                <td key={column.title} className={column.number ? 'number' : undefined}>
                  {shown}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
