import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem, isProblem } from '@/shared/api/client'
import { Choice } from '@/shared/form/Choice'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { sendAnswer, type AnswerForm, type OneTimeLink, type Reply, type Wording } from './api'
import { keep, readKept } from './kept'

interface Props {
  form: AnswerForm
  link: OneTimeLink
  onSent: () => void
}

const noOpinion = 'none'

/** The questions, and a button; what is chosen stays on the phone until it has been taken. */
export function Questions({ form, link, onSent }: Props) {
  const { t, language } = useText()
  const [reply, setReply] = useState<Reply>(() => readKept(link.token))
  const sending = useMutation({ mutationFn: (answers: Reply) => sendAnswer(link, answers), networkMode: 'always' })
  const word = (wording: Wording) => wording[language]
  const change = (changed: Partial<Reply>) => {
    const now = { ...reply, ...changed }
    setReply(now)
    keep(link.token, now)
  }
  const options = [
    ...form.scale.map((value, i) => ({ value: String(i), label: word(value) })),
    ...(form.dontKnow ? [{ value: noOpinion, label: word(form.dontKnow) }] : []),
  ]
  const under = useRef(false)
  const send = () => {
    if (under.current) return // the second click of two comes before the button is drawn anew
    under.current = true
    sending.mutate(reply, {
      onSuccess: onSent,
      onError: (error) => {
        under.current = false
        // It had come through, and the answer to it was lost on the way.
        if (isProblem(error, 409)) onSent()
      },
    })
  }
  const problem = sending.error instanceof ApiProblem ? sending.error.problem : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {form.questions.map((question, i) => {
        const id = `q${i + 1}`
        return (
          <Choice
            key={id}
            label={word(question.title)}
            value={reply.answers[id] ?? ''}
            options={options}
            error={fault(problem, `reply.answers.${id}`)}
            onChange={(value) => change({ answers: { ...reply.answers, [id]: value } })}
          />
        )
      })}
      {form.remark ? (
        <AreaField
          label={word(form.remark)}
          hint={t('answer.remarkHint')}
          value={reply.remark ?? ''}
          error={fault(problem, 'reply.remark')}
          onChange={(remark) => change({ remark })}
        />
      ) : null}
      {sending.error ? (
        <p className="alert alert-error" role="alert">
          {problem ? (fault(problem, 'reply.answers') ?? problem.detail) : t('answer.offline')}
        </p>
      ) : null}
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={sending.isPending}>
          {sending.isPending ? t('answer.sending') : t('answer.send')}
        </button>
      </p>
    </form>
  )
}
