import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { longDay } from '@/shared/format/day'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import type { CheckedCases, SamplePageData } from '../sampleApi'
import { StopList } from './StopList'

interface Props {
  page: SamplePageData
  found?: CheckedCases['cases'] | undefined
  /** What is asked of a case, where it is asked. */
  ask?: (reference: string) => ReactNode
}

/** The drawn cases, one a row, as the import has them. */
export function SampleTable({ page, found, ask }: Props) {
  const { t, language } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const day = (text: string) => (text === '' ? '–' : longDay(text, language))
  const said = new Map(found?.map((one) => [one.reference, one]))
  const limited = page.measure === 'timeliness'
  if (page.drawn.length === 0) return null
  return (
    <table className="rows stacked whole-words">
      <caption className="sr-only">{t('cases.sample')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cases.col.reference')}</th>
          <th scope="col">{t('cases.col.received')}</th>
          <th scope="col">{t('cases.col.concluded')}</th>
          <th scope="col">{t('cases.col.kind')}</th>
          <th scope="col">{t('cases.col.outcome')}</th>
          {limited ? <th scope="col">{t('cases.col.stops')}</th> : null}
          {limited ? <th scope="col">{t('cases.col.due')}</th> : null}
          {ask || found ? <th scope="col">{t('cases.sampleInFile')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {page.drawn.map((line) => {
          const one = said.get(line.reference)
          return (
            <tr key={line.reference}>
              <th scope="row">
                <Link to="/c/$contract/goals/$goal/cases/$requirement/$reference" params={{ contract, goal, requirement, reference: line.reference }}>
                  {line.reference}
                </Link>
              </th>
              <td data-title={t('cases.col.received')}>{day(line.received)}</td>
              <td data-title={t('cases.col.concluded')}>{day(line.concluded)}</td>
              <td data-title={t('cases.col.kind')}>{line.kind || '–'}</td>
              <td data-title={t('cases.col.outcome')}>{line.outcome || '–'}</td>
              {limited ? (
                <td data-title={t('cases.col.stops')}>
                  <StopList stops={line.stops} reasons={page.reasons} />
                </td>
              ) : null}
              {limited ? <td data-title={t('cases.col.due')}>{day(line.due)}</td> : null}
              {ask ? <td>{ask(line.reference)}</td> : null}
              {found ? (
                <td data-title={t('cases.sampleInFile')}>
                  {one ? t(one.differs ? 'cases.sampleDiffers' : 'cases.sampleSame') : '–'}
                  {one?.note ? `: ${one.note}` : null}
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
