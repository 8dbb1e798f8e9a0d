import { Link } from '@tanstack/react-router'
import { formatBounds, formatRange } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { GoalStateMark, GoalStateSign } from '@/shared/ui/StateMark'
import type { GoalState } from '@/shared/api/wire'
import type { GoalCell, PortfolioLine } from '../wire'

const states: GoalState[] = ['kept', 'partly', 'not_kept', 'late', 'at_risk', 'on_track', 'not_started']

/** Contracts down, their goals across: each goal's state by shape and word, its degree as a figure. */
export function GoalMap({ lines, asOf }: { lines: PortfolioLine[]; asOf: string | undefined }) {
  const { t, language } = useText()
  const most = Math.max(...lines.map((line) => line.goals.length))
  return (
    <>
      <p className="legend">
        {states.map((state) => (
          <GoalStateMark key={state} state={state} />
        ))}
      </p>
      <div className="wide" role="region" aria-label={t('portfolio.view.map')} tabIndex={0}>
        <table className="rows goal-map">
          <caption className="sr-only">{t('portfolio.mapSays')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('portfolio.contract')}</th>
              <th scope="col" colSpan={most}>
                {t('portfolio.goals')}
              </th>
              <th scope="col" className="number">
                {t('portfolio.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.contract.id}>
                <th scope="row">
                  <span className="title">
                    <Link to="/c/$contract" params={{ contract: line.contract.id }} search={{ asOf }}>
                      {line.contract.agency}
                    </Link>
                  </span>
                  <span className="why">{line.contract.from.slice(0, 4)}</span>
                </th>
                {line.goals.map((goal) => (
                  <MapCell key={goal.id} contract={line.contract.id} goal={goal} asOf={asOf} />
                ))}
                {line.goals.length < most ? <td colSpan={most - line.goals.length} /> : null}
                <td className="number">
                  {line.reckoned
                    ? formatBounds(line.total, language)
                    : t('portfolio.reckoning')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function MapCell({ contract, goal, asOf }: { contract: string; goal: GoalCell; asOf: string | undefined }) {
  const { t, language } = useText()
  const degree = formatRange(goal.degree, language)
  return (
    <td className="map-cell">
      <Link to="/c/$contract/goals/$goal" params={{ contract, goal: goal.id }} search={{ asOf }} title={`${goal.number} ${goal.title}`}>
        <GoalStateSign state={goal.state} />
        <span className="degree">{degree}</span>
        {goal.calculated ? (
          <span className="small">{t('portfolio.calculated', { degree: formatRange(goal.calculated, language) })}</span>
        ) : null}
        <span className="word">{t(`state.${goal.state}`)}</span>
        <span className="name">
          {goal.number} {goal.short}
        </span>
      </Link>
    </td>
  )
}
