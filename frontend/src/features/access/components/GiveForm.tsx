import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { goalsQuery } from '@/shared/api/goals'
import { useSession } from '@/shared/api/session'
import { Checks } from '@/shared/form/Checks'
import { Choice } from '@/shared/form/Choice'
import { TextField } from '@/shared/form/Field'
import { PlainForm } from '@/shared/form/PlainForm'
import { fault } from '@/shared/form/useSaving'
import { useDraft } from '@/shared/form/useDraft'
import { uuid7 } from '@/shared/format/uuid'
import { roleName, roles } from '@/shared/text/roles'
import { contractName } from '@/shared/text/scope'
import { useText } from '@/shared/text/useText'
import type { Standing } from '../standing'
import { useGranting } from '../useGranting'
import type { GrantKind } from '../wire'
import { whatIsGiven } from '../words'

interface Values {
  subject: string
  kind: GrantKind | ''
  role: string
  contract: string
  goals: string[]
}

const kinds = ['role', 'contract', 'goal'] as const
const everything = '*'

/** Gives somebody a role, a contract or goals; says in words what will hold before it is sent. */
export function GiveForm({ person, onClose }: { person?: Standing; onClose: () => void }) {
  const { t } = useText()
  const { contracts } = useSession()
  const draft = useDraft<Values>(`access/${person?.subject ?? ''}`, '', () => ({
    subject: person?.subject ?? '',
    kind: '',
    role: '',
    contract: '',
    goals: [],
  }))
  const { values, set } = draft
  const { kind } = values
  const [ids] = useState(() => new Map<string, string>())
  const [incomplete, setIncomplete] = useState(false)
  const leave = () => {
    draft.clear()
    onClose()
  }
  const who = person?.name ?? values.subject.trim()
  const sending = useGranting(() => who, leave)
  const goals = useQuery(goalsQuery(kind === 'goal' && values.contract !== everything ? values.contract : ''))

  const given = chosen(values)
  const send = () => {
    setIncomplete(given.length === 0)
    if (kind === '' || given.length === 0) return
    sending.send(
      given.map((value) => {
        const key = `${values.subject}/${kind}/${value}`
        // The same id for the same thing, however often it is sent.
        const id = ids.get(key) ?? uuid7()
        ids.set(key, id)
        return { id, subject: values.subject.trim(), kind, value, granted: true }
      }),
    )
  }
  const missing = (part: string) => (incomplete && part === '' ? t('access.choose') : undefined)
  const places = [everything, ...contracts.map((contract) => contract.id)].map((id) => ({
    value: id,
    label: contractName(id, contracts, t),
  }))
  const wholes = [
    { value: everything, label: t('scope.allGoals') },
    ...(goals.data ?? []).map((goal) => ({ value: goal.id, label: `${goal.number} ${goal.title}` })),
  ]
  return (
    <PlainForm
      title={person ? t('access.giveWho', { who: person.name }) : t('access.giveNew')}
      submit={t('access.giveAct')}
      sending={sending}
      restored={draft.restored}
      onSubmit={send}
      onCancel={leave}
    >
      {person ? null : (
        <TextField
          label={t('access.subject')}
          hint={t('access.subjectHint')}
          value={values.subject}
          error={fault(sending.problem, 'subject')}
          onChange={(subject) => set({ subject })}
        />
      )}
      <Choice
        label={t('access.kind')}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(`access.kind.${one}`) }))}
        error={missing(kind)}
        onChange={(one) => set({ kind: one, contract: '', goals: [] })}
      />
      {kind === 'role' ? (
        <Choice
          label={t('access.kind.role')}
          value={values.role}
          options={roles.map((role) => ({ value: role, label: roleName(role, t) }))}
          error={missing(values.role) ?? fault(sending.problem, 'value')}
          onChange={(role) => set({ role })}
        />
      ) : null}
      {kind === 'contract' || kind === 'goal' ? (
        <Choice
          label={kind === 'goal' ? t('access.goalsWhere') : t('access.kind.contract')}
          value={values.contract}
          options={places}
          error={missing(values.contract) ?? fault(sending.problem, 'value')}
          onChange={(contract) => set({ contract, goals: [] })}
        />
      ) : null}
      {kind === 'goal' && values.contract !== '' && values.contract !== everything ? (
        <Checks
          label={t('access.goals')}
          value={values.goals}
          options={wholes}
          error={incomplete && given.length === 0 ? t('access.choose') : undefined}
          onChange={(picked) => set({ goals: picked })}
        />
      ) : null}
      <Preview who={who} values={values} given={given} person={person} />
    </PlainForm>
  )
}

/** The values of the rows that the form would write. */
function chosen({ kind, role, contract, goals }: Values): string[] {
  if (kind === 'role') return role === '' ? [] : [role]
  if (contract === '') return []
  if (kind === 'contract' || contract === everything) return [contract]
  if (goals.includes(everything)) return [`${contract}:${everything}`]
  return goals.map((goal) => `${contract}:${goal}`)
}

interface PreviewProps {
  who: string
  values: Values
  given: string[]
  person: Standing | undefined
}

const parts = { role: 'roles', goal: 'goals', contract: 'contracts' } as const

function Preview({ who, values, given, person }: PreviewProps) {
  const { t } = useText()
  const { contracts } = useSession()
  const { kind } = values
  if (kind === '' || given.length === 0 || who === '') return null
  const what = given.map((value) => whatIsGiven(kind, value, contracts, t)).join(', ')
  return (
    <div role="status">
      <p>
        <strong>{t('access.willGet', { who, what })}</strong> {t('access.giveMeans')}
      </p>
      {person?.[parts[kind]].from === 'provider' ? (
        <p className="alert alert-warning">{t(`access.outranked.${kind}`, { who })}</p>
      ) : null}
      {kind === 'role' && values.role === 'admin' ? <p className="alert alert-warning">{t('access.adminMeans')}</p> : null}
    </div>
  )
}
