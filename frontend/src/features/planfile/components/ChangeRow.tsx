import { Link } from '@tanstack/react-router'
import { TextField } from '@/shared/form/Field'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import type { Change } from '../api'
import { left, type Said } from '../choose'
import { cellText, columnName } from '../words'
import { Sides } from './Sides'

interface Props {
  change: Change
  contract: string
  said: Said
  onSay: (said: Said) => void
}

/** A changed step: each cell before and after, and what must still be said of it. */
export function ChangeRow({ change, contract, said, onSay }: Props) {
  const { t, language } = useText()
  const { step, conflict, needsReason } = change
  const put = <K extends keyof Said>(part: K, value: Said[K][string]) =>
    onSay({ ...said, [part]: { ...said[part], [step]: value } })
  return (
    <tr className={left(change, said) ? 'left' : undefined}>
      <th scope="row">
        <Link to="/c/$contract/goals/$goal" params={{ contract, goal: change.goal }} hash={`on-${step}`}>
          {change.name}
        </Link>
        <span className="why">{t('planfile.row', { row: change.row, step })}</span>
      </th>
      <td>
        <dl className="cells">
          {change.cells.map((cell) => (
            <div key={cell.cell}>
              <dt>
                {columnName(cell.column, t)} <span className="soft">{cell.cell}</span>
              </dt>
              <dd>
                <del>{cellText(cell.column, cell.old, language, t)}</del>{' '}
                <ins>{cellText(cell.column, cell.new, language, t)}</ins>
                {conflict !== null && cell.now !== cell.old ? (
                  <span className="why">{t('planfile.now', { value: cellText(cell.column, cell.now, language, t) })}</span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        {conflict?.fact ? (
          <p className="small between">
            {t('planfile.between', { who: conflict.fact.actor.name, when: instant(conflict.fact.recorded, language) })}{' '}
            <Link to="/c/$contract/facts/$fact" params={{ contract, fact: conflict.fact.id }}>
              {conflict.fact.sentence}
            </Link>
          </p>
        ) : null}
      </td>
      <td className="say">
        {conflict === null ? null : (
          <Sides change={change} conflict={conflict} value={said.sides[step]} onChange={(side) => put('sides', side)} />
        )}
        {needsReason === '' || left(change, said) ? null : (
          <TextField
            label={t('form.reason')}
            hint={needsReason}
            value={said.reasons[step] ?? ''}
            onChange={(reason) => put('reasons', reason)}
          />
        )}
        {left(change, said) ? null : (
          <details open={said.owners[step] !== undefined}>
            <summary>{t('planfile.owner')}</summary>
            <TextField
              label={t('planfile.newOwner', { step: change.name })}
              value={said.owners[step] ?? change.report.owner ?? ''}
              onChange={(owner) => put('owners', owner)}
            />
          </details>
        )}
      </td>
    </tr>
  )
}
