import { Link } from '@tanstack/react-router'
import type { SideBySide } from '@/shared/api/wire'
import { formatRange, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { sideName } from '../words'

type Side = SideBySide['goals'][number]['left']

/** Degrees, contributions and weights of both sides, goal by goal. */
export function GoalsCompared({ page, contract }: { page: SideBySide; contract: string }) {
  const { t, language } = useText()
  const names = [sideName(page.left, language, t), sideName(page.right, language, t)]
  return (
    <table className="rows stacked compared">
      <caption className="sr-only">{t('overview.goals')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.goal')}</th>
          {names.map((name, n) => (
            <th key={n} scope="col" className="number">
              {name}
            </th>
          ))}
          <th scope="col">{t('compare.change')}</th>
        </tr>
      </thead>
      <tbody>
        {page.goals.map((goal) => {
          const shown = goal.right ?? goal.left
          return (
            <tr key={goal.id} className={goal.changed ? 'changed' : undefined}>
              <th scope="row">
                <Link to="/c/$contract/goals/$goal" params={{ contract, goal: goal.id }}>
                  {shown?.number} {shown?.title}
                </Link>
              </th>
              {[goal.left, goal.right].map((side, n) => (
                <td key={n} className="number" data-title={names[n]}>
                  <Degree side={side} />
                </td>
              ))}
              <td data-title={t('compare.change')}>
                {goal.changed ? <strong>{change(goal)}</strong> : <span className="soft">{t('compare.unchanged')}</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )

  function change(goal: SideBySide['goals'][number]): string {
    if (!goal.left) return t('compare.added')
    if (!goal.right) return t('compare.gone')
    const parts = []
    const before = formatRange(goal.left.degree, language)
    const after = formatRange(goal.right.degree, language)
    if (before !== after) parts.push(t('compare.degreeFromTo', { before, after }))
    if (goal.left.weight !== goal.right.weight) {
      parts.push(
        t('compare.weightFromTo', { before: formatRat(goal.left.weight, language), after: formatRat(goal.right.weight, language) }),
      )
    }
    return parts.join(', ')
  }
}

function Degree({ side }: { side: Side }) {
  const { t, language } = useText()
  if (!side) return <span className="soft">{t('compare.none')}</span>
  return (
    <>
      {formatRange(side.degree, language)}
      <span className="why">{t('compare.contributes', { figure: formatRange(side.contribution, language) })}</span>
    </>
  )
}
