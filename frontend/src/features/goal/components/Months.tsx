import type { GoalPage, Requirement, ResultLine } from '@/shared/api/wire'
import { lastDay, monthName } from '@/shared/format/day'
import { compareRat, formatRat } from '@/shared/format/rat'
import { useText } from '@/shared/text/useText'
import { ResultForm } from '@/shared/report/ResultForm'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { ResultVerify } from './ResultVerify'
import { ToImport } from './ToImport'

interface Props {
  page: GoalPage
  requirement: Requirement
}

/** A count for each month of the window, against the year's target. */
export function Months({ page, requirement }: Props) {
  const { t } = useText()
  const address = useFormAddress()
  const year = Number(page.contract.from.slice(0, 4))
  const target = requirement.targets.find((one) => one.year === year)?.value ?? ''
  const bySubject = new Map(requirement.results.map((result) => [result.month, result]))
  return (
    <>
      <ol className="plain no-max-width months">
        {requirement.months.map((month) => (
          <Month
            key={month}
            month={month}
            target={target}
            result={bySubject.get(month)}
            page={page}
            requirement={requirement}
            onOpen={(name) => address.open(name, `${requirement.id}/${month}`)}
          />
        ))}
      </ol>
      <p className="small soft">{t('month.hint', { target: target === '' ? '–' : target })}</p>
      {requirement.months.map((month) => (
        <OpenForm key={month} page={page} requirement={requirement} month={month} result={bySubject.get(month)} />
      ))}
    </>
  )
}

interface OfMonth extends Props {
  month: string
  result: ResultLine | undefined
}

/** The form that is open on a month, if any. */
function OpenForm({ page, requirement, month, result }: OfMonth) {
  const address = useFormAddress()
  const on = `${requirement.id}/${month}`
  const form = address.openOn(on)
  if (form === 'result' && requirement.canReport && !result?.import) {
    return (
      <ResultForm
        contract={page.contract.id}
        goal={page.goal.id}
        requirement={requirement}
        month={month}
        previous={result}
        today={page.today}
        onClose={address.closer(form, on)}
      />
    )
  }
  if (form !== 'verify' || !result?.canVerify) return null
  return <ResultVerify page={page} requirement={requirement} result={result} onClose={address.closer(form, on)} />
}

interface MonthProps extends OfMonth {
  target: string
  onOpen: (form: 'result' | 'verify') => void
}

function Month({ month, target, result, page, requirement, onOpen }: MonthProps) {
  const { t, language } = useText()
  const begun = `${month}-01` <= page.today
  // A count that speaks of a day within the month can still grow.
  const partial = result !== undefined && result.day < lastDay(month)
  const short = result && target !== '' && result.value !== '' && compareRat(result.value, target) < 0
  const past = page.asOf.past
  return (
    <li className={result ? (short ? 'month short' : 'month') : 'month unknown'} id={anchor(`${requirement.id}/${month}`)} tabIndex={-1}>
      <span className="month-name">{monthName(month, language)}</span>
      <span className="month-figure">{result ? formatRat(result.value || '0', language) : t('month.unknown')}</span>
      <span className="month-word">
        {result
          ? [
              short ? t('month.below') : '',
              partial ? t('result.notFinal') : '',
              result.verification ? t(`word.${result.verification.verdict}`) : '',
            ]
              .filter(Boolean)
              .join(', ')
          : t('month.open')}
      </span>
      {past ? null : (
        <span className="month-acts screen-only">
          {requirement.canReport && result?.import ? (
            <ToImport page={page} requirement={requirement}>
              {t('month.correct')}
              <span className="sr-only"> {monthName(month, language)}</span>
            </ToImport>
          ) : null}
          {requirement.canReport && begun && !result?.import ? (
            <button type="button" className="linklike" onClick={() => onOpen('result')}>
              {result ? t('month.correct') : t('month.report')}
              <span className="sr-only"> {monthName(month, language)}</span>
            </button>
          ) : null}
          {result?.canVerify ? (
            <button type="button" className="linklike" onClick={() => onOpen('verify')}>
              {t('task.verify')}
              <span className="sr-only"> {monthName(month, language)}</span>
            </button>
          ) : null}
        </span>
      )}
    </li>
  )
}
