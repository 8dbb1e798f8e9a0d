import { Fragment, memo } from 'react'
import { Link } from '@tanstack/react-router'
import type { Comparison } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'

const signs = { same: ' ', removed: '−', added: '+' } as const

interface Props {
  comparison: Comparison
  contract: string
}

/** What differs between two files: in words, and line by line. It is drawn anew only when the comparison is another. */
export const Differences = memo(function Differences({ comparison, contract }: Props) {
  const { t } = useText()
  if (comparison.lines.length === 0) return <p className="empty">{t('difference.none')}</p>
  return (
    <>
      {comparison.changes.length === 0 ? <p className="soft">{t('difference.noWords')}</p> : null}
      <ul className="rules changes">
        {comparison.changes.map((change) => (
          <li key={change.text}>
            {change.text}{' '}
            {change.goal ? (
              <Link to="/c/$contract/goals/$goal" params={{ contract, goal: change.goal }} className="small">
                {t('difference.goal')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      <Lines comparison={comparison} />
    </>
  )
})

function Lines({ comparison }: { comparison: Comparison }) {
  const { t } = useText()
  return (
    <div className="line-diff" tabIndex={0} role="region" aria-label={t('difference.lines')}>
      <table>
        <caption className="sr-only">{t('difference.lines')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('difference.before')}</th>
            <th scope="col">{t('difference.after')}</th>
            <th scope="col">{t('difference.line')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.lines.map((stretch, index) => (
            <Fragment key={index}>
              {index > 0 ? (
                <tr className="gap">
                  <td colSpan={3}>{t('difference.gap')}</td>
                </tr>
              ) : null}
              {stretch.map((line) => (
                <tr key={`${String(line.before)}-${String(line.after)}`} className={line.mark}>
                  <td className="at">{line.before || ''}</td>
                  <td className="at">{line.after || ''}</td>
                  <td className="text">
                    <span className="sign">
                      <span aria-hidden="true">{signs[line.mark as keyof typeof signs]}</span>
                      {line.mark === 'same' ? null : (
                        <span className="sr-only">{t(line.mark === 'added' ? 'difference.added' : 'difference.removed')}</span>
                      )}
                    </span>
                    {line.text}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
