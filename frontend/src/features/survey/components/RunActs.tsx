import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { uuid7 } from '@/shared/format/uuid'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { closeSurvey, inviteToSurvey, type OwnSurvey } from '../api/own'

interface Props {
  own: OwnSurvey
  plan: NonNullable<OwnSurvey['plan']>
  contract: string
  goal: string
  requirement: string
  onAnew: () => void
}

/** Sending, reminding, closing: each asked once more before it is done. */
export function RunActs({ own, plan, contract, goal, requirement, onAnew }: Props) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'send' | 'close'>()
  const [reason, setReason] = useState('')
  const id = useRef(uuid7())
  const head = (expects: string) => ({ id: id.current, day: own.today, ...(expects ? { expects } : {}) })
  const acting = useMutation({
    mutationFn: (what: 'send' | 'close') =>
      what === 'send'
        ? inviteToSurvey(contract, requirement, head(own.expectsInvitation))
        : closeSurvey(contract, requirement, { ...head(own.expectsResult), ...(reason ? { reason } : {}) }),
    onSuccess: async (saved, what) => {
      id.current = uuid7()
      setAsking(undefined)
      announce(t('form.saved', { what: saved.fact.sentence }))
      await Promise.all([client.invalidateQueries({ queryKey: keys.contract(contract) }), client.invalidateQueries({ queryKey: keys.work })])
      if (what === 'close') void navigate({ to: '/c/$contract/goals/$goal/survey/$requirement', params: { contract, goal, requirement } })
    },
  })
  if (own.stage === 'closed') return null
  const over = plan.closes < own.today
  const problem = acting.error instanceof ApiProblem ? acting.error.problem : undefined
  const reasonAsked = fault(problem, 'reason')
  const start = (what: 'send' | 'close') => {
    acting.reset()
    setAsking(what)
  }
  return (
    <section className="requirement screen-only">
      {asking === undefined ? (
        <p className="form-acts">
          {over ? null : (
            <button type="button" className={own.stage === 'planned' ? 'button button-primary' : 'button button-secondary'} onClick={() => start('send')}>
              {t(own.stage === 'planned' ? 'survey.send' : 'survey.remind')}
            </button>
          )}
          {own.stage === 'open' ? (
            <button type="button" className={over ? 'button button-primary' : 'button button-secondary'} onClick={() => start('close')}>
              {t('survey.close')}
            </button>
          ) : (
            <button type="button" className="button button-secondary" onClick={onAnew}>
              {t('survey.planAnew')}
            </button>
          )}
        </p>
      ) : (
        <>
          <p>{t(asking === 'close' ? 'survey.closeAsk' : own.stage === 'planned' ? 'survey.sendAsk' : 'survey.remindAsk', { count: own.asked })}</p>
          {asking === 'close' && (reasonAsked || reason) ? (
            <AreaField label={t('form.reason')} value={reason} error={reasonAsked} onChange={setReason} />
          ) : null}
          {acting.error && !reasonAsked ? <Trouble error={acting.error} /> : null}
          {problem?.errors && !reasonAsked ? (
            <ul className="small">
              {problem.errors.map(({ location, message }) => (
                <li key={location}>{message}</li>
              ))}
            </ul>
          ) : null}
          <p className="form-acts">
            <button type="button" className="button button-primary" disabled={acting.isPending} onClick={() => acting.mutate(asking)}>
              {t(asking === 'close' ? 'survey.close' : own.stage === 'planned' ? 'survey.send' : 'survey.remind')}
            </button>
            <button type="button" className="button button-secondary" disabled={acting.isPending} onClick={() => setAsking(undefined)}>
              {t('form.cancel')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
