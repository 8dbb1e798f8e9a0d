import { Link } from '@tanstack/react-router'
import type { Day, Entry, Fact } from '@/shared/api/wire'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { instant } from '@/shared/format/day'
import type { FormName } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { AnswerForm } from '../forms/AnswerForm'
import { AskForm } from '../forms/AskForm'
import { CommentForm } from '../forms/CommentForm'
import { WithdrawForm } from '../forms/WithdrawForm'

interface Props {
  entry: Entry
  contract: string
  goal: string
  today: Day
}

/** A comment; or a question, to whom, and what came of it. */
export function EntryItem({ entry, contract, goal, today }: Props) {
  const { t } = useText()
  const address = useFormAddress()
  const on = `${goal}/${entry.name}`
  const form = address.openOn(on)
  const open = (name: FormName) => address.open(name, on)
  const close = address.closer(form ?? 'comment', on)
  return (
    <li className="said" id={anchor(on)} tabIndex={-1}>
      <By fact={entry.fact} today={today} contract={contract}>
        {entry.to ? t(`talk.state.${entry.state}`, { who: entry.to.name }) : null}
      </By>
      <p className="said-text">{entry.text}</p>
      {entry.answer ? (
        <div className="said-answer">
          <By fact={entry.answer.fact} today={today} contract={contract}>
            {t('talk.answered')}
          </By>
          <p className="said-text">{entry.answer.text}</p>
        </div>
      ) : null}
      {entry.withdrawal?.text ? <p className="said-answer small soft">{entry.withdrawal.text}</p> : null}
      <p className="said-acts screen-only">
        {entry.canAnswer ? (
          <button type="button" className="linklike" onClick={() => open('answer')}>
            {entry.answer ? t('talk.correctAnswer') : t('task.answer')}
          </button>
        ) : null}
        {entry.canCorrect ? (
          <button type="button" className="linklike" onClick={() => open(entry.to ? 'ask' : 'comment')}>
            {entry.to ? t('talk.rephrase') : t('talk.correct')}
          </button>
        ) : null}
        {entry.canWithdraw ? (
          <button type="button" className="linklike" onClick={() => open('withdraw')}>
            {t('talk.withdraw')}
          </button>
        ) : null}
      </p>
      {form === 'answer' && entry.canAnswer ? (
        <AnswerForm contract={contract} goal={goal} entry={entry} today={today} onClose={close} />
      ) : null}
      {form === 'comment' && entry.canCorrect ? (
        <CommentForm contract={contract} goal={goal} entry={entry} today={today} onClose={close} />
      ) : null}
      {form === 'ask' && entry.canCorrect ? (
        <AskForm contract={contract} goal={goal} entry={entry} today={today} onClose={close} />
      ) : null}
      {form === 'withdraw' && entry.canWithdraw ? (
        <WithdrawForm contract={contract} goal={goal} entry={entry} today={today} onClose={close} />
      ) : null}
    </li>
  )
}

interface ByProps {
  fact: Fact
  today: Day
  contract: string
  children: string | null
}

/** Who said it, when, and its place in the log; a correction says so. */
function By({ fact, today, contract, children }: ByProps) {
  const { t, language } = useText()
  return (
    <span className="when" title={t('fact.recordedAt', { when: instant(fact.recorded, language) })}>
      <strong>{fact.actor.name}</strong>
      {' · '}
      <DayText day={fact.day} today={today} />
      {children ? ` · ${children}` : null}
      {fact.supersedes === '' ? null : ` · ${t('talk.corrected')}`}
      {' · '}
      <Link to="/c/$contract/facts/$fact" params={{ contract, fact: fact.id }}>
        {t('fact.leaf', { leaf: fact.leaf })}
      </Link>
    </span>
  )
}
