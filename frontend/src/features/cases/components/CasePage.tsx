import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { longDay } from '@/shared/format/day'
import { RowProofPart } from '@/shared/file/RowProofPart'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { caseProof, caseQuery } from '../api'
import type { CasePage as Page } from '../wire'

/** A case: where it stands, how its last timely day comes about, and what it rests on. */
export function CasePage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '', reference = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(caseQuery(contract, requirement, reference, asOf))
  usePageTitle(data ? t('cases.one', { reference }) : undefined, data?.title)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/cases/$requirement" params={{ contract, goal, requirement }}>
          {t('cases.title', { what: data.title })}
        </Link>
      </p>
      <h1>{t('cases.one', { reference })}</h1>
      <p className="result-words">{data.words}</p>
      {data.steps.length > 0 ? <Reckoning page={data} /> : null}
      <Said page={data} />
      <section className="requirement">
        <h2>{t('cases.versions')}</h2>
        <Versions page={data} />
      </section>
      <RowProofPart name={reference} ask={() => caseProof(contract, requirement, reference, asOf)} />
    </>
  )
}

function Reckoning({ page }: { page: Page }) {
  const { t, language } = useText()
  return (
    <section className="requirement">
      <h2>{t('cases.reckoning')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('cases.step')}</th>
            <th scope="col">{t('cases.col.due')}</th>
          </tr>
        </thead>
        <tbody>
          {page.steps.map((step) => (
            <tr key={step.words}>
              <td>{step.words}</td>
              <td className="nowrap">{step.due === '' ? '–' : longDay(step.due, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the case system says of it. */
function Said({ page }: { page: Page }) {
  const { t, language } = useText()
  const { line, case: row } = page
  const day = (text: string) => (text === '' ? '–' : longDay(text, language))
  const lines: [string, string][] = [
    [t('cases.col.received'), day(line.received)],
    [t('cases.col.concluded'), day(line.concluded)],
    [t('cases.col.kind'), line.kind || '–'],
    [t('cases.col.outcome'), line.outcome || '–'],
    ...Object.entries(row.more ?? {}),
  ]
  return (
    <section className="requirement">
      <h2>{t('cases.said')}</h2>
      <table className="rows">
        <tbody>
          {lines.map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The imports that brought it in or changed it. */
function Versions({ page }: { page: Page }) {
  const { t } = useText()
  const contract = useContractId()
  return (
    <ul className="plain">
      {page.versions.map((version) => (
        <li key={version.import.id}>
          <Link to="/c/$contract/facts/$fact" params={{ contract, fact: version.import.id }}>
            {version.import.sentence}
          </Link>
          {version.cells.map((cell) => (
            <span key={cell.column} className="why">
              {t('cases.cell', { column: cell.column, before: cell.before || '–', after: cell.after || '–' })}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
