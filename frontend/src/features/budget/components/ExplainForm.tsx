import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ApiProblem } from '@/shared/api/client'
import { keys } from '@/shared/api/keys'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { explainLine } from '../api/send'
import type { BudgetLine, BudgetPage } from '../wire'

interface Props {
  page: BudgetPage
  contract: string
  line: BudgetLine
  onDone: () => void
}

/** Why a line deviates; what was said before stays in the log. */
export function ExplainForm({ page, contract, line, onDone }: Props) {
  const { t } = useText()
  const client = useQueryClient()
  const [text, setText] = useState(line.explanation)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const id = useRef(uuid7())
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await explainLine(contract, page.requirement, { id: id.current, day: page.day, expects: line.fact?.id ?? '', line: line.id, text })
      await client.invalidateQueries({ queryKey: keys.contract(contract) })
      onDone()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {error !== undefined && !fault(problem, 'text') ? <Trouble error={error} /> : null}
      <AreaField label={t('budget.explain', { line: line.title })} value={text} error={fault(problem, 'text')} onChange={setText} />
      <p className="form-acts">
        <button type="submit" className="button button-primary" disabled={busy}>{t('budget.save')}</button>
        <button type="button" className="button button-secondary" onClick={onDone}>{t('budget.cancel')}</button>
      </p>
    </form>
  )
}
