import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { Checks } from '@/shared/form/Checks'
import { TextField } from '@/shared/form/Field'
import { PlainForm } from '@/shared/form/PlainForm'
import { useDraft } from '@/shared/form/useDraft'
import { fault } from '@/shared/form/useSaving'
import { useSending } from '@/shared/form/useSending'
import { longDay } from '@/shared/format/day'
import { operationName } from '@/shared/text/operations'
import { useText } from '@/shared/text/useText'
import { makeToken } from '../api/makeToken'
import { bounds, dayAt, daysOn, endOf } from '../time'
import { needsGoals, operationsToGive } from '../scope'
import type { MadeToken } from '../wire'
import { GoalChoice } from './GoalChoice'

interface Values {
  name: string
  operations: string[]
  contracts: string[]
  goals: string[]
  expires: string
}

interface Props {
  onMade: (made: MadeToken) => void
  onClose: () => void
}

const everything = '*'
const usualDays = 90

/** Makes a token that may do a part of what one may oneself. */
export function TokenForm({ onMade, onClose }: Props) {
  const { t, language } = useText()
  const session = useSession()
  const client = useQueryClient()
  const [today] = useState(() => dayAt(new Date()))
  const { first, last } = bounds(today)
  const draft = useDraft<Values>('token', '', () => ({
    name: '',
    operations: [],
    contracts: session.contracts.length === 1 ? session.contracts.map((contract) => contract.id) : [],
    goals: [everything],
    expires: daysOn(today, usualDays),
  }))
  const { values, set } = draft
  const [asked, setAsked] = useState(false)
  const leave = () => {
    draft.clear()
    onClose()
  }
  const sending = useSending(makeToken, async (made) => {
    draft.clear()
    onMade(made)
    await client.invalidateQueries({ queryKey: keys.tokens })
  })
  const { problem } = sending
  const dayFits = values.expires >= first && values.expires <= last
  const withGoals = needsGoals(values.operations)
  const missing = {
    name: values.name.trim() === '',
    operations: values.operations.length === 0,
    contracts: values.contracts.length === 0,
    goals: withGoals && values.goals.length === 0,
    expires: !dayFits,
  }
  const told = (field: keyof Values, text: string) => (asked && missing[field] ? text : fault(problem, field))
  const send = () => {
    setAsked(true)
    if (Object.values(missing).some(Boolean)) return
    sending.send({
      name: values.name.trim(),
      operations: values.operations,
      contracts: values.contracts,
      goals: withGoals ? values.goals : [],
      expires: endOf(values.expires),
    })
  }
  return (
    <PlainForm
      title={t('token.make')}
      submit={t('token.makeAct')}
      sending={sending}
      restored={draft.restored}
      onSubmit={send}
      onCancel={leave}
    >
      <TextField
        label={t('token.name')}
        hint={t('token.nameHint')}
        value={values.name}
        error={told('name', t('token.nameMissing'))}
        onChange={(name) => set({ name })}
      />
      <Checks
        label={t('token.operations')}
        hint={t('token.operationsHint')}
        value={values.operations}
        options={operationsToGive(session).map((operation) => ({ value: operation, label: operationName(operation, t) }))}
        error={told('operations', t('token.choose'))}
        onChange={(operations) => set({ operations })}
      />
      {session.contracts.length === 0 ? (
        <p className="small soft">{t('contracts.none')}</p>
      ) : (
        <Checks
          label={t('token.contracts')}
          value={values.contracts}
          options={session.contracts.map((contract) => ({ value: contract.id, label: `${contract.agency} · ${contract.title}` }))}
          error={told('contracts', t('token.choose'))}
          onChange={(contracts) => set({ contracts, goals: [everything] })}
        />
      )}
      {withGoals && values.contracts.length > 0 ? (
        <GoalChoice
          contracts={values.contracts}
          operations={values.operations}
          value={values.goals}
          error={told('goals', t('token.choose'))}
          onChange={(goals) => set({ goals })}
        />
      ) : null}
      <TextField
        label={t('token.expires')}
        hint={t('token.expiresHint', { last: longDay(last, language) })}
        type="date"
        size="short"
        min={first}
        max={last}
        value={values.expires}
        error={told('expires', t('token.expiresWrong', { last: longDay(last, language) }))}
        onChange={(expires) => set({ expires })}
      />
    </PlainForm>
  )
}
