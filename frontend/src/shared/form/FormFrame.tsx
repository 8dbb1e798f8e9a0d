import { useEffect, useRef, type ReactNode } from 'react'
import type { Fact, Problem } from '@/shared/api/wire'
import { useText } from '@/shared/text/useText'
import { useEscape } from '@/shared/ui/useEscape'
import type { Theirs } from './chosen'
import { Conflict } from './Conflict'
import { HeldBack } from './HeldBack'
import { RestoredLine } from './RestoredLine'
import type { Restored } from './useDraft'
import type { Held } from './useHold'

interface Props {
  title: string
  problem: Problem | undefined
  unreachable: boolean
  sending: boolean
  restored: Restored | undefined
  submit: string
  onSubmit: () => void
  onCancel: () => void
  /** After a conflict: send mine on top of what came in between, with the other's values in the chosen rows. */
  onInsist: (current: Fact, theirs: Theirs) => void
  /** After a conflict: give mine up. */
  onYield: () => void
  mine: Record<string, unknown>
  /** Fields of it that stay as they are where it leaves them empty. */
  keeps?: readonly string[]
  /** What was asked for and waits out its ten seconds. */
  held?: Held | undefined
  /** What the form was opened on. */
  on?: string | undefined
  /** Something that stands is put right: it stays in the history. */
  corrects?: boolean
  children: ReactNode
}

/** What every form that writes a fact has around its fields. */
export function FormFrame(props: Props) {
  const { t } = useText()
  const { problem } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const { held } = props
  // Someone was faster: the choice between the two stands where the buttons were.
  const stale = problem?.status === 409 ? (problem.current ?? undefined) : undefined
  useEscape(form, held ? held.undo : props.onCancel)
  const submit = useRef<HTMLButtonElement>(null)
  const waited = useRef(false)
  useEffect(() => {
    // Taken back: the keyboard is where it was.
    if (waited.current && held === undefined) submit.current?.focus()
    waited.current = held !== undefined
  }, [held])
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <form
      ref={form}
      className="writing"
      data-on={props.on}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.sending) props.onSubmit()
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {props.title}
      </h3>
      {held ? <HeldBack held={held} /> : null}
      <RestoredLine restored={props.restored} />
      {props.corrects ? <p className="small soft">{t('form.corrects')}</p> : null}
      <div className="fields" hidden={held !== undefined}>
        {props.children}
      </div>
      <Trouble problem={problem} unreachable={props.unreachable} />
      {stale ? (
        <Conflict
          current={stale}
          mine={props.mine}
          keeps={props.keeps ?? []}
          onInsist={props.onInsist}
          onYield={props.onYield}
        />
      ) : null}
      <p className="form-acts" hidden={held !== undefined || stale !== undefined}>
        <button type="submit" ref={submit} className="button button-primary" aria-disabled={props.sending}>
          {props.sending ? t('form.sending') : props.submit}
        </button>
        <button type="button" className="button button-secondary" onClick={props.onCancel}>
          {t('form.cancel')}
        </button>
      </p>
    </form>
  )
}

function Trouble({ problem, unreachable }: { problem: Problem | undefined; unreachable: boolean }) {
  const { t } = useText()
  if (unreachable) {
    return (
      <p className="alert alert-error" role="alert">
        {t('form.unreachable')}
      </p>
    )
  }
  if (!problem || (problem.status === 409 && problem.current)) return null
  if (problem.status === 401) {
    const back = `${window.location.pathname}${window.location.search}`
    return (
      <p className="alert alert-warning" role="alert">
        {t('form.loggedOut')} <a href={`/auth/login?return=${encodeURIComponent(back)}`}>{t('form.loginAgain')}</a>
      </p>
    )
  }
  return (
    <div className="alert alert-error" role="alert">
      <p className="alert-text">
        <strong>{problem.title}</strong> {problem.detail}
      </p>
      {problem.errors && problem.errors.length > 0 ? (
        <ul>
          {problem.errors.map((one) => (
            <li key={one.location + one.message}>{one.message}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
