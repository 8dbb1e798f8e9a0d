import type { ComponentType } from 'react'
import type { WorkLine, WorkPage } from '@/shared/api/wire'
import type { FormName } from '@/shared/route'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { AddressLink } from '@/shared/ui/AddressLink'
import { DayText } from '@/shared/ui/DayText'
import { EvidenceList } from '@/shared/ui/EvidenceList'
import { actsOf, manyOf } from '../acts'
import type { TaskFormProps } from './TaskForm'

interface Props {
  line: WorkLine
  page: WorkPage
  /** The form that is open on the line, if any. */
  form: FormName | undefined
  /** What draws it. */
  Form: ComponentType<TaskFormProps>
  chosen: boolean
  onChoose: (yes: boolean) => void
  onOpen: (form: FormName) => void
  onClose: () => void
  anchor: string
}

/** One thing that waits: when, what, what it rests on, and what can be done about it here. */
export function TaskRow({ line, page, form, Form, chosen, onChoose, onOpen, onClose, anchor }: Props) {
  const { t } = useText()
  const acts = actsOf(line)
  const contract = page.contracts.find((one) => one.id === line.contract)
  const many = manyOf(line) !== undefined
  return (
    <li className={many ? 'task many' : 'task'} id={anchor} tabIndex={-1}>
      {many ? (
        <label className="task-choice screen-only">
          <input type="checkbox" checked={chosen} onChange={(event) => onChoose(event.target.checked)} />
          <span className="sr-only">{t('work.choose', { title: line.title })}</span>
        </label>
      ) : null}
      <div className="task-what">
        <span className="when">
          <DayText day={line.day} today={page.today} late={line.late} />
          {line.number ? ` · ${t('task.goal', { number: line.number })}` : null}
          {page.contracts.length > 1 ? ` · ${contract?.agency ?? line.contract}` : null}
          {' · '}
          {line.what}
        </span>
        <AddressLink className="task-title" to={`/c/${line.contract}/${line.address.split('?')[0] ?? ''}`}>
          {tidy(line.title)}
        </AddressLink>
        {line.question ? <p className="task-question">{t('task.question', { question: line.question })}</p> : null}
        {line.beside ? <p className="small">{line.beside}</p> : null}
      </div>
      {line.claim ? (
        <div className="task-claim">
          <p>{tidy(line.claim.sentence)}</p>
          <p className="small soft">{t('verify.by', { who: line.claim.actor.name })}</p>
          <EvidenceList contract={line.contract} evidence={line.evidence} empty={line.kind.startsWith('verify')} />
        </div>
      ) : null}
      <p className="task-acts screen-only">
        {acts.length === 0 ? (
          <AddressLink to={`/c/${line.contract}/${line.address}`}>{t('task.open')}</AddressLink>
        ) : (
          acts.map((act) => (
            <button
              key={act.form}
              type="button"
              className="linklike"
              aria-expanded={form === act.form}
              onClick={() => onOpen(act.form)}
            >
              {t(act.text)}
              <span className="sr-only"> {line.title}</span>
            </button>
          ))
        )}
      </p>
      {form === undefined || !acts.some((act) => act.form === form) ? null : (
        <div className="task-form">
          <Form key={form} line={line} form={form} today={page.today} onClose={onClose} />
        </div>
      )}
    </li>
  )
}
