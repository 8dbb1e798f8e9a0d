import { Link } from '@tanstack/react-router'
import type { Overview, Task } from '@/shared/api/wire'
import type { FormName } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'

const acts: Record<Task['kind'], { form: FormName; text: 'task.done' | 'task.move' | 'task.verify' | 'task.report' }[]> = {
  step_late: [
    { form: 'done', text: 'task.done' },
    { form: 'move', text: 'task.move' },
  ],
  step_due: [
    { form: 'done', text: 'task.done' },
    { form: 'move', text: 'task.move' },
  ],
  verify: [{ form: 'verify', text: 'task.verify' }],
  report_result: [{ form: 'result', text: 'task.report' }],
}

/** What waits for this person; each line leads to its form, open. */
export function Tasks({ page }: { page: Overview }) {
  const { t } = useText()
  if (page.asOf.past) return null
  const numbers = new Map(page.blocks.flatMap((block) => block.goals.map((line) => [line.id, line.number] as const)))
  return (
    <section>
      <h2>{t('task.title')}</h2>
      {page.tasks.length === 0 ? <p className="empty">{t('task.none')}</p> : null}
      <ul className="plain">
        {page.tasks.map((task) => (
          <li key={task.id}>
            <span className="when">
              <DayText day={task.day} today={page.today} late={task.kind === 'step_late'} />
              {' · '}
              {t('task.goal', { number: numbers.get(task.goal) ?? task.goal })}
              {task.kind === 'verify' || task.kind === 'report_result' ? ` · ${t(`task.kind.${task.kind}`)}` : null}
            </span>
            {task.title}
            <span className="acts">
              {acts[task.kind].map((act) => (
                <Link
                  key={act.form}
                  to="/c/$contract/goals/$goal"
                  params={{ contract: page.contract.id, goal: task.goal }}
                  search={{ form: act.form, on: task.subject }}
                >
                  {t(act.text)}
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
