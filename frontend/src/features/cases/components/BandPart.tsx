import * as Observable from '@observablehq/plot'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { CasesAhead } from '@/shared/api/casesAhead'
import { longDay } from '@/shared/format/day'
import { formatRat } from '@/shared/format/rat'
import { changed } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Plot, type PlotColumn, type PlotSpace } from '@/shared/ui/plot/Plot'
import { listPlace, type CasesSearch } from '../search'

type Band = CasesAhead['bands'][number]
interface Named extends Band {
  name: string
}

/** The address that lists a band's cases. */
function bandSearch({ state, from, to }: Band): CasesSearch {
  return state === 'open' ? { state, dueFrom: from, dueTo: to || undefined, sort: 'due' } : { state, dueFrom: undefined, dueTo: undefined, sort: 'due' }
}

const cleared = { month: undefined, kind: undefined, outcome: undefined, text: undefined, finding: undefined, down: undefined, after: undefined }
const fills = { late: 'var(--bad)', open: 'var(--blue)', paused: 'var(--stripe-c)' }

/** The open cases by how many days are left. */
export function BandPart({ ahead, file }: { ahead: CasesAhead; file: string }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const bands = useMemo(
    () =>
      ahead.bands.map((band): Named => {
        const { state, least, most } = band
        if (state !== 'open') return { ...band, name: t(`cases.band.${state}`) }
        return { ...band, name: most === null ? t('cases.band.over', { least: (least ?? 0) - 1 }) : t('cases.band.days', { least, most }) }
      }),
    [ahead.bands, t],
  )
  const draw = useMemo(() => drawing(bands, t('cases.count')), [bands, t])
  const link = (band: Named) =>
    band.cases === 0 ? (
      '0'
    ) : (
      <Link to="." search={changed({ ...cleared, ...bandSearch(band) })} hash={listPlace}>
        {formatRat(String(band.cases), language)}
        <span className="sr-only"> {band.name}</span>
      </Link>
    )
  const columns: PlotColumn<Named>[] = [
    { title: t('cases.daysLeft'), text: ({ name }) => name },
    { title: t('cases.col.due'), text: ({ from, to }) => [from, to].map((day) => (day ? longDay(day, language) : '')).join(' – ') },
    { title: t('cases.openCases'), number: true, text: ({ cases }) => String(cases), shown: link },
  ]
  return (
    <>
      <p className="small soft">{t('cases.bandsDay', { day: longDay(ahead.day, language), extract: longDay(ahead.extract, language) })}</p>
      <table className="rows">
        <caption className="sr-only">{t('cases.bands')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cases.daysLeft')}</th>
            <th scope="col" className="number">
              {t('cases.openCases')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.name}>
              <th scope="row">{band.name}</th>
              <td className="number">{link(band)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Plot
        title={t('cases.bands')}
        label={t('cases.bandsLabel')}
        about={t('cases.bandsAbout', { day: longDay(ahead.day, language), extract: longDay(ahead.extract, language) })}
        file={`${file}-${t('cases.bandsFile')}`}
        rows={bands}
        columns={columns}
        draw={draw}
        onPick={(band) => void navigate({ to: '.', search: changed({ ...cleared, ...bandSearch(band as Named) }), hash: listPlace })}
      />
    </>
  )
}

function drawing(bands: Named[], unit: string) {
  return ({ width, document }: PlotSpace) =>
    Observable.plot({
      width,
      height: 60 + bands.length * 28,
      marginLeft: Math.min(160, width * 0.42),
      marginRight: 30,
      document,
      x: { label: unit, grid: true, ticks: Math.max(2, Math.floor(width / 140)), tickFormat: (n: number) => (Number.isInteger(n) ? String(n) : '') },
      y: { domain: bands.map(({ name }) => name), label: null, tickSize: 0 },
      marks: [
        Observable.barX(bands, { x: 'cases', y: 'name', fill: ({ state }: Named) => fills[state], insetTop: 4, insetBottom: 4 }),
        Observable.text(bands, { x: 'cases', y: 'name', text: ({ cases }: Named) => String(cases), dx: 6, textAnchor: 'start' }),
        Observable.tip(bands, Observable.pointerY({ x: 'cases', y: 'name', title: ({ name, cases }: Named) => `${name}: ${cases}` })),
        Observable.ruleX([0]),
      ],
    })
}
