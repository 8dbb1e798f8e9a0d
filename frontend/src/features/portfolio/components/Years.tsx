import { Link } from '@tanstack/react-router'
import { formatBounds, formatRange } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { GoalStateMark } from '@/shared/ui/StateMark'
import { agencyYears, type AgencyYears } from '../years'
import type { PortfolioLine } from '../wire'

/** The same agency across years: its goals, followed by their ids. */
export function Years({ lines, asOf }: { lines: PortfolioLine[]; asOf: string | undefined }) {
  const { t } = useText()
  return (
    <>
      <p className="sub">{t('portfolio.yearsSay')}</p>
      {agencyYears(lines).map((agency) => (
        <AgencyTable key={agency.id} agency={agency} asOf={asOf} />
      ))}
    </>
  )
}

function AgencyTable({ agency, asOf }: { agency: AgencyYears; asOf: string | undefined }) {
  const { t, language } = useText()
  return (
    <section className="requirement">
      <h2>{agency.name}</h2>
      <div className="wide" role="region" aria-label={agency.name} tabIndex={0}>
        <table className="rows">
          <caption className="sr-only">{agency.name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('col.goal')}</th>
              {agency.contracts.map(({ contract }) => (
                <th key={contract.id} scope="col">
                  <Link to="/c/$contract" params={{ contract: contract.id }} search={{ asOf }}>
                    {contract.from.slice(0, 4)}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agency.goals.map((goal) => (
              <tr key={goal.id}>
                <th scope="row">
                  {goal.number} {goal.title}
                </th>
                {agency.contracts.map(({ contract }, index) => {
                  const cell = goal.cells[index]
                  return (
                    <td key={contract.id}>
                      {cell ? (
                        <Link
                          to="/c/$contract/goals/$goal"
                          params={{ contract: contract.id, goal: cell.id }}
                          search={{ asOf }}
                          className="year-cell"
                        >
                          <GoalStateMark state={cell.state} /> {formatRange(cell.degree, language)}
                          {cell.calculated ? ` ${t('portfolio.calculated', { degree: formatRange(cell.calculated, language) })}` : null}
                        </Link>
                      ) : (
                        <span className="soft">{t('portfolio.notThatYear')}</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">
                <strong>{t('portfolio.total')}</strong>
              </th>
              {agency.contracts.map(({ contract, total, reckoned }) => (
                <td key={contract.id}>
                  <strong>
                    {reckoned
                      ? formatBounds(total, language)
                      : t('portfolio.reckoning')}
                  </strong>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
