import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@/shared/api/client'
import { formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { useRested } from '@/shared/ui/useRested'
import { reckoningQuery } from '../api/spotchecks'
import { percent, sizingOf, type Typed } from '../planned'
import type { Reckoning, Sizing } from '../wire'
import { TradePlot } from './TradePlot'

interface Props {
  contract: string
  goal: string
  typed: Typed
}

/** What the plan comes to, while it is typed: its size, how that trades, and what could be concluded. */
export function ReckoningPart({ contract, goal, typed }: Props) {
  const { t, language } = useText()
  const rested = useRested(JSON.stringify(sizingOf(typed)), 300)
  const { data, error } = useQuery(reckoningQuery(contract, goal, JSON.parse(rested) as Sizing))
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  if (error) {
    return faults.length === 0 ? (
      <Trouble error={error} />
    ) : (
      <div role="status" className="spotcheck-reckoning">
        <p className="empty">{t('spotcheck.notReckoned')}</p>
        <ul className="small">
          {faults.map(({ location, message }) => (
            <li key={location}>
              {nameOf(location, t)} {message}
            </li>
          ))}
        </ul>
      </div>
    )
  }
  if (!data) return null
  // By strata the bounds are added up, and the size may be too small for the plan's aim.
  const reaches = data.ifFound.some((one) => one.reaches)
  return (
    <div className="spotcheck-reckoning">
      <p role="status">
        {data.volume > 0 ? t('spotcheck.reckonedPicks', { size: data.size }) : t('spotcheck.reckoned', { size: formatRat(String(data.size), language), customers: formatRat(String(data.customers), language) })}{' '}
        {data.design > 0 && reaches ? t('spotcheck.reckonedDesign', { design: data.design }) : null}
      </p>
      {data.trade.length > 0 && !reaches ? <p>{t('spotcheck.reckonedNot')}</p> : null}
      {typed.method !== 'all' && data.shares.length > 0 ? (
        <p>{data.shares.map((s) => t('spotcheck.shareOf', { stratum: s.stratum || t('spotcheck.blank'), size: s.size, customers: s.population })).join('; ')}</p>
      ) : null}
      {typed.method === 'all' ? null : <IfFoundTable reckoning={data} />}
      {data.trade.length > 0 ? <TradePlot reckoning={data} file={t('spotcheck.tradeFile')} /> : null}
    </div>
  )
}

/** What a field is called on the page. */
function nameOf(location: string, t: ReturnType<typeof useText>['t']): string {
  switch (location.replace(/^body\./, '').replace(/\[.*/, '')) {
    case 'confidence':
      return t('spotcheck.of', { what: t('spotcheck.confidence') })
    case 'share':
      return t('spotcheck.of', { what: t('spotcheck.share') })
    case 'selection':
      return t('spotcheck.of', { what: t('spotcheck.selection') })
    case 'design':
      return t('spotcheck.of', { what: t('spotcheck.design') })
    case 'accept':
      return t('spotcheck.of', { what: t('spotcheck.accept') })
    case 'size':
      return t('spotcheck.of', { what: t('spotcheck.size') })
    default:
      return ''
  }
}

function IfFoundTable({ reckoning }: { reckoning: Reckoning }) {
  const { t, language } = useText()
  const detects = reckoning.trade.length > 0
  const volume = reckoning.volume > 0
  return (
    <div className="plot-scroll" role="region" aria-label={t('spotcheck.ifFound')} tabIndex={0}>
      <p className="form-label">{t('spotcheck.ifFound')}</p>
      <table className="rows">
        <caption className="sr-only">{t('spotcheck.ifFound')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">{t(volume ? 'spotcheck.ifFoundPicks' : 'spotcheck.ifFoundCount')}</th>
            {volume ? null : <th scope="col" className="number">{t('spotcheck.ifFoundUpper')}</th>}
            <th scope="col" className="number">{t(volume ? 'spotcheck.ifFoundVolume' : 'spotcheck.ifFoundShare')}</th>
            {detects ? <th scope="col">{t('spotcheck.ifFoundReaches')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {reckoning.ifFound.map(({ found, upper, upperShare, reaches }) => (
            <tr key={found}>
              <th scope="row" className="number">{found}</th>
              {volume ? null : <td className="number">{new Intl.NumberFormat(language).format(upper)}</td>}
              <td className="number">{percent(upperShare ?? String(Math.ceil((upper / reckoning.customers) * 10_000) / 10_000), language)}</td>
              {detects ? <td>{t(reaches ? 'spotcheck.reaches' : 'spotcheck.reachesNot')}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
