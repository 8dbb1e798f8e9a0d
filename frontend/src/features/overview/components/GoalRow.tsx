import { Link } from '@tanstack/react-router'
import type { Day, GoalLine } from '@/shared/api/wire'
import { compareRat, formatRange, formatRat } from '@/shared/format/rat'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { Figure } from '@/shared/ui/Figure'
import { GoalStateMark } from '@/shared/ui/StateMark'

interface Props {
  line: GoalLine
  contract: string
  today: Day
  /** Of the contract's own texts. */
  lang: string
  /** Some goal of the table has a next step. */
  next: boolean
}

function differs(line: GoalLine): boolean {
  if (line.assessed === '') return false
  return !line.calculated.known || compareRat(line.assessed, line.calculated.worst) !== 0
}

export function GoalRow({ line, contract, today, lang, next }: Props) {
  const { t, language } = useText()
  return (
    <tr className="goal">
      <th scope="row" className="title-cell">
        <span className="title">
          <Link to="/c/$contract/goals/$goal" params={{ contract, goal: line.id }} lang={lang}>
            {line.number} {line.title}
          </Link>
        </span>
        <span className="why">{tidy(line.because)}</span>
      </th>
      <td className="state-cell">
        <GoalStateMark state={line.state} />
      </td>
      {next ? <NextCell line={line} today={today} lang={lang} /> : null}
      <td className="number degree">
        <Figure figure={`goal:${line.id}`}>{formatRange(line.degree, language)}</Figure>
        {differs(line) ? (
          <span className="assessed">{t('overview.assessed', { figure: formatRange(line.calculated, language) })}</span>
        ) : null}
      </td>
      <td className="number weight">{formatRat(line.weight, language)}</td>
      <td className="number contribution">{formatRange(line.contribution, language)}</td>
    </tr>
  )
}

function NextCell({ line, today, lang }: Pick<Props, 'line' | 'today' | 'lang'>) {
  const { t } = useText()
  return (
    <td className="next">
      {line.next ? (
        <>
          {line.next.step === '' ? tidy(line.next.title) : <span lang={lang}>{tidy(line.next.title)}</span>}{' '}
          <strong>
            <DayText day={line.next.day} today={today} late />
          </strong>
          {line.next.expected ? (
            <span className="why">
              {t('step.expectedOn')} <DayText day={line.next.expected} today={today} />
            </span>
          ) : null}
        </>
      ) : (
        <span className="soft">{t('overview.nothingNext')}</span>
      )}
    </td>
  )
}
