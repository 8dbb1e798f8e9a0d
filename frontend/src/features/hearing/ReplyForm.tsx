import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem, isProblem } from '@/shared/api/client'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { sendReply, type HearingLink, type Reply } from './api'
import { forget, keep, readKept } from './kept'

/** What the customer says; it stays on the phone until it has been taken. */
export function ReplyForm({ link, onSent }: { link: HearingLink; onSent: () => void }) {
  const { t } = useText()
  const [reply, setReply] = useState<Reply>(() => readKept(link.token))
  const sending = useMutation({ mutationFn: (said: Reply) => sendReply(link, said), networkMode: 'always' })
  const problem = sending.error instanceof ApiProblem ? sending.error.problem : undefined
  const atText = fault(problem, 'text')
  const send = () =>
    sending.mutate(reply, {
      onSuccess: () => {
        forget(link.token)
        onSent()
      },
      // It had come through, and the answer to it was lost on the way.
      onError: (error) => {
        if (isProblem(error, 409) && error.problem.code === 'spotcheck.hearing_answered') onSent()
      },
    })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending.isPending) send()
      }}
    >
      <AreaField
        label={t('hearing.answer')}
        hint={t('hearing.answerHint')}
        value={reply.text}
        error={atText}
        onChange={(text) => {
          setReply({ ...reply, text })
          keep(link.token, { ...reply, text })
        }}
      />
      {sending.error && !atText ? (
        <p className="alert alert-error" role="alert">
          {problem ? problem.detail : t('answer.offline')}
        </p>
      ) : null}
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={sending.isPending}>
          {sending.isPending ? t('answer.sending') : t('hearing.send')}
        </button>
      </p>
    </form>
  )
}
