import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import type { Grant, Person } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { Field, TextField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { uuid7 } from '@/shared/format/uuid'
import { roleName, roles } from '@/shared/text/roles'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { Trouble } from '@/shared/ui/Trouble'
import { grant } from '../api/grant'

/** Gives somebody a role, a goal or a contract, or takes it back. */
export function GrantForm({ people }: { people: Person[] }) {
  const { t } = useText()
  const announce = useAnnounce()
  const client = useQueryClient()
  const list = useId()
  const empty = { subject: '', kind: 'role' as Grant['kind'], value: '', granted: true }
  const [values, setValues] = useState(empty)
  const [id, setId] = useState(() => uuid7())
  const saving = useMutation({
    mutationFn: grant,
    onSuccess: async () => {
      announce(t('access.saved'))
      setValues(empty)
      setId(uuid7())
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.grants }),
        client.invalidateQueries({ queryKey: keys.people }),
      ])
    },
  })
  const problem = saving.error instanceof ApiProblem ? saving.error.problem : undefined
  return (
    <form
      className="writing"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!saving.isPending) saving.mutate({ id, ...values })
      }}
    >
      <h3>{t('access.form')}</h3>
      <div className="fields">
        <Field label={t('access.subject')} hint={t('access.subjectHint')} error={fault(problem, 'subject')}>
          {(control) => (
            <>
              <input
                {...control}
                className="form-input"
                list={list}
                value={values.subject}
                onChange={(event) => setValues({ ...values, subject: event.target.value })}
              />
              <datalist id={list}>
                {people.map((person) => (
                  <option key={person.subject} value={person.subject}>
                    {person.name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Choice
          label={t('access.kind')}
          value={values.kind}
          error={fault(problem, 'kind')}
          options={(['role', 'goal', 'contract'] as const).map((kind) => ({ value: kind, label: t(`access.kind.${kind}`) }))}
          onChange={(kind) => setValues({ ...values, kind, value: '' })}
        />
        {values.kind === 'role' ? (
          <Choice
            label={t('access.kind.role')}
            value={values.value}
            error={fault(problem, 'value')}
            options={roles.map((role) => ({ value: role, label: roleName(role, t) }))}
            onChange={(value) => setValues({ ...values, value })}
          />
        ) : (
          <TextField
            label={t('access.value')}
            value={values.value}
            error={fault(problem, 'value')}
            onChange={(value) => setValues({ ...values, value })}
          />
        )}
        <Choice
          label={t('access.change')}
          value={values.granted ? 'give' : 'take'}
          options={[
            { value: 'give', label: t('access.give') },
            { value: 'take', label: t('access.take') },
          ]}
          onChange={(value) => setValues({ ...values, granted: value === 'give' })}
        />
      </div>
      {saving.error ? <Trouble error={saving.error} /> : null}
      <p className="form-acts">
        <button type="submit" className="button button-primary">
          {t('form.save')}
        </button>
      </p>
    </form>
  )
}
