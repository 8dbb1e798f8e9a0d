import { Link } from '@tanstack/react-router'
import type { SideBySide } from '@/shared/api/wire'
import { longDay } from '@/shared/format/day'
import type { Language } from '@/shared/text/language'
import { useText, type Text } from '@/shared/text/useText'
import { ItemStateMark } from '@/shared/ui/StateMark'
import { sideName } from '../words'

type Side = SideBySide['steps'][number]['left']

/** The steps whose state or dates differ. */
export function StepsCompared({ page, contract }: { page: SideBySide; contract: string }) {
  const { t, language } = useText()
  const names = [sideName(page.left, language, t), sideName(page.right, language, t)]
  return (
    <section className="requirement">
      <h2>{t('compare.steps')}</h2>
      {page.steps.length === 0 ? (
        <p className="empty">{t('compare.noSteps')}</p>
      ) : (
        <table className="rows stacked compared">
          <caption className="sr-only">{t('compare.steps')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('step.col.step')}</th>
              {names.map((name, n) => (
                <th key={n} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">
                  <Link to="/c/$contract/goals/$goal" params={{ contract, goal: step.goal }} hash={`on-${step.id}`}>
                    {step.name}
                  </Link>
                </th>
                {[step.left, step.right].map((side, n) => (
                  <td key={n} data-title={names[n]}>
                    {side ? (
                      <>
                        <ItemStateMark state={side.state} />
                        <span className="why">{dates(side, language, t)}</span>
                      </>
                    ) : (
                      <span className="soft">{t('compare.none')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Agreed, and done or expected: each date only where it says something of its own. */
function dates(side: NonNullable<Side>, language: Language, t: Text): string {
  const parts = side.due === '' ? [] : [t('gantt.due', { day: longDay(side.due, language) })]
  if (side.done !== '') parts.push(t('gantt.done', { day: longDay(side.done, language) }))
  else if (side.status === 'dropped') parts.push(t('word.dropped'))
  else {
    if (side.status === 'started') parts.push(t('word.started'))
    if (side.expected !== '' && side.expected !== side.due) parts.push(t('compare.expected', { day: longDay(side.expected, language) }))
  }
  return parts.join(', ')
}
