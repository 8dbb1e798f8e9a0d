import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Overview } from '@/shared/api/wire'
import type { FormName } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { AddressLink } from '@/shared/ui/AddressLink'
import { DayText } from '@/shared/ui/DayText'

type Act = { form: FormName; text: 'task.done' | 'task.move' | 'task.verify' | 'task.report' | 'task.assess' }

/** What can be done about a task in a form that this page can lead straight to. */
const acts: Record<string, Act[]> = {
  step: [
    { form: 'done', text: 'task.done' },
    { form: 'move', text: 'task.move' },
  ],
  verify_step: [{ form: 'verify', text: 'task.verify' }],
  verify_result: [{ form: 'verify', text: 'task.verify' }],
  result: [{ form: 'result', text: 'task.report' }],
  assess: [{ form: 'assess', text: 'task.assess' }],
}

/** The most urgent; the rest opens at a press. */
const most = 5

/** What waits for this person; each line leads to its form, open. */
export function Tasks({ page }: { page: Overview }) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  if (page.asOf.past) return null
  const mine = page.tasks.filter((task) => !task.others)
  const shown = all || mine.length <= most ? mine : mine.slice(0, most)
  const numbers = new Map(page.blocks.flatMap((block) => block.goals.map((line) => [line.id, line.number] as const)))
  return (
    <section>
      <h2>{t('task.title')}</h2>
      {mine.length === 0 ? <p className="empty">{t('task.none')}</p> : null}
      <ul className="plain">
        {shown.map((task) => (
          <li key={task.id}>
            <span className="when">
              <DayText day={task.day} today={page.today} late={task.late || task.kind === 'result'} />
              {task.goal ? ` · ${t('task.goal', { number: numbers.get(task.goal) ?? task.goal })}` : null}
              {task.kind === 'step' && !task.waits ? null : ` · ${task.what}`}
            </span>
            <span className="what" lang={page.contract.language ?? 'da'}>
              {task.title}
            </span>
            {task.question ? <span className="why">{t('task.question', { question: task.question })}</span> : null}
            <span className="acts">
              {acts[task.kind]?.map((act) => (
                <Link
                  key={act.form}
                  to="/c/$contract/goals/$goal"
                  params={{ contract: page.contract.id, goal: task.goal }}
                  search={{ form: act.form, on: task.subject }}
                >
                  {t(act.text)}
                </Link>
              )) ?? <AddressLink to={`/c/${page.contract.id}/${task.address}`}>{t('task.open')}</AddressLink>}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < mine.length ? (
        <button type="button" className="linklike" onClick={() => setAll(true)}>
          {t('task.all', { count: mine.length })}
        </button>
      ) : null}
    </section>
  )
}
