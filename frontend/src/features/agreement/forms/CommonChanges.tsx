import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import type { ContractEdit, Outline } from '@/shared/api/wire'
import { Choice } from '@/shared/form/Choice'
import { useAnnounce } from '@/shared/ui/announce'
import { useText } from '@/shared/text/useText'
import { editDraft } from '../api/editDraft'
import { DateFields } from './DateFields'
import { GoalFields } from './GoalFields'
import { TargetFields } from './TargetFields'
import { WeightFields } from './WeightFields'

interface Props {
  outline: Outline
  contract: string
  source: string
  onEdited: (source: string) => void
}

const kinds = ['date', 'weight', 'target', 'goal'] as const
type Kind = (typeof kinds)[number]

/** The changes that are made most, by form: each is put into the file's text below, and nothing else of it changes. */
export function CommonChanges({ outline, contract, source, onEdited }: Props) {
  const { t } = useText()
  const announce = useAnnounce()
  const [kind, setKind] = useState<Kind | ''>('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: (edits: ContractEdit[]) => editDraft(contract, source, edits),
    onSuccess: (edited) => {
      onEdited(edited)
      announce(t('common.done'))
    },
  })
  const fields = { outline, onEdits: (edits: ContractEdit[]) => mutate(edits), busy: isPending }
  return (
    <section className="requirement screen-only">
      <h2>{t('common.title')}</h2>
      <div className="writing">
        <Choice
          label={t('common.what')}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: t(`common.kind.${one}`) }))}
          onChange={setKind}
        />
        {kind === 'date' ? <DateFields {...fields} /> : null}
        {kind === 'weight' ? <WeightFields {...fields} /> : null}
        {kind === 'target' ? <TargetFields {...fields} /> : null}
        {kind === 'goal' ? <GoalFields {...fields} /> : null}
        {error ? (
          <p className="alert alert-error" role="alert">
            {error instanceof ApiProblem
              ? [error.problem.detail, ...(error.problem.errors ?? []).map((one) => one.message)].filter(Boolean).join(' ')
              : t('form.unreachable')}
          </p>
        ) : null}
      </div>
    </section>
  )
}
