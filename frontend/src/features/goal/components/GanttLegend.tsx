import { useText } from '@/shared/text/useText'
import { safeMark } from './GanttMark'
import { StepShape } from './StepShape'

/** What the time line's shapes and lines mean. */
export function GanttLegend() {
  const { t } = useText()
  return (
    <ul className="plain legend" aria-hidden="true">
      {(['kept', 'open', 'overdue', 'late'] as const).map((state) => (
        <li key={state} className={`mark-${state}`}>
          <svg width="14" height="14" viewBox="0 0 14 14">
            <StepShape state={state} x={7} y={7} />
          </svg>
          {t(`item.${state}`)}
        </li>
      ))}
      <li>
        <svg width="14" height="18" viewBox="0 0 14 18">
          <path className="agreed" d="M7 0V18" />
        </svg>
        {t('gantt.agreed')}
      </li>
      <li>
        <svg width="14" height="20" viewBox="0 0 14 20">
          <path className="safe" d={safeMark(9, 10)} />
        </svg>
        {t('gantt.safe')}
      </li>
      <li>
        <svg width="26" height="14" viewBox="0 0 26 14">
          <circle className="moved-from" cx="3" cy="7" r="2.5" />
          <path className="moved" d="M3 7H26" />
        </svg>
        {t('gantt.moved')}
      </li>
      <li>
        <svg width="14" height="14" viewBox="0 0 14 14">
          <path className="today" d="M7 0V14" />
        </svg>
        {t('gantt.today')}
      </li>
    </ul>
  )
}
