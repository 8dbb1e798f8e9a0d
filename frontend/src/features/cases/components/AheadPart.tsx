import { useQuery } from '@tanstack/react-query'
import { casesAheadQuery } from '@/shared/api/casesAhead'
import { longDay } from '@/shared/format/day'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { Waiting } from '@/shared/ui/Waiting'
import { BandPart } from './BandPart'
import { CountPart } from './CountPart'
import { ForecastPart } from './ForecastPart'

/** What lies ahead: what endangers the target, what may still be late, what is to be expected. */
export function AheadPart({ requirement, file }: { requirement: string; file: string }) {
  const { t, language } = useText()
  const contract = useContractId()
  const { data, error, refetch } = useQuery(casesAheadQuery(contract, requirement, useAsOf()))
  return (
    <section className="requirement">
      <h2>{t('cases.ahead')}</h2>
      {!data ? error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting /> : null}
      {data ? (
        <>
          {data.warnings.map(({ kind, words }) => (
            <p key={kind} className={kind === 'lost' || kind === 'beyond' ? 'alert alert-error' : 'alert alert-warning'}>
              {words}
            </p>
          ))}
          {data.over && data.warnings.length === 0 && data.line ? <p>{data.line}</p> : null}
          {data.late ? (
            <>
              <p>{data.late.words}</p>
              <details className="plot-method">
                <summary>{t('cases.howReckoned')}</summary>
                <p>{data.late.rule}</p>
              </details>
            </>
          ) : null}
          {data.over ? <p className="small soft">{t('cases.periodOver', { day: longDay(data.until, language) })}</p> : null}
          {data.forecast ? <ForecastPart ahead={data} forecast={data.forecast} /> : null}
          {data.count ? <CountPart ahead={data} count={data.count} /> : null}
          {data.bands.length > 0 && data.open > 0 ? <BandPart ahead={data} file={file} /> : null}
        </>
      ) : null}
    </section>
  )
}
