import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { DropZone } from '@/shared/file/DropZone'
import { FaultTable } from '@/shared/file/FaultTable'
import { WhatFailed } from '@/shared/file/WhatFailed'
import { longDay } from '@/shared/format/day'
import { TextField } from '@/shared/form/Field'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { budgetQuery } from '../api/budget'
import { lastMonthEnd } from '../day'
import { useBudgetImport } from '../useBudgetImport'
import type { BudgetPage, What } from '../wire'
import { WouldChange } from './WouldChange'

/** A base budget or postings from a file: chosen, seen, written. */
export function BudgetImport() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(budgetQuery(contract, requirement, asOf))
  usePageTitle(t('budget.importTitle'), data?.contractTitle)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/budget/$requirement" params={{ contract, goal, requirement }}>
          {data.title}
        </Link>
      </p>
      <h1>{t('budget.importTitle')}</h1>
      {asOf !== undefined || !data.canReport ? (
        <p className="empty">{t(asOf === undefined ? 'survey.notYours' : 'survey.past')}</p>
      ) : (
        <Import page={data} contract={contract} />
      )}
    </>
  )
}

function Import({ page, contract }: { page: BudgetPage; contract: string }) {
  const { t, language } = useText()
  const navigate = useNavigate()
  const { goal, requirement } = page
  const [what, setWhat] = useState<What>(page.base ? 'postings' : 'base')
  const [day, setDay] = useState(what === 'base' ? page.settled : lastMonthEnd(page.day))
  const budget = useBudgetImport(contract, page)
  const { preview, busy, error, saved } = budget
  useEffect(() => {
    if (saved) void navigate({ to: '/c/$contract/goals/$goal/budget/$requirement', params: { contract, goal, requirement } })
  }, [saved, navigate, contract, goal, requirement])
  const choose = (chosen: What) => {
    setWhat(chosen)
    setDay(chosen === 'base' ? page.settled : lastMonthEnd(page.day))
    budget.forget()
  }
  return (
    <div className="survey">
      <fieldset className="choice">
        <legend className="form-label">{t('budget.what')}</legend>
        <span className="choices">
        {(['base', 'postings'] as const).map((one) => (
          <label key={one} className="choice-option">
            <input type="radio" name="what" checked={what === one} disabled={one === 'base' ? !page.canSettle : !page.base} onChange={() => choose(one)} />
            <span>{t(`budget.what.${one}`)}</span>
          </label>
        ))}
        </span>
      </fieldset>
      <p className="sub">{t(what === 'base' ? 'budget.importWhatBase' : 'budget.importWhatPostings')}</p>
      {page.base && !page.canSettle ? <p className="small soft">{t('budget.stands', { settled: longDay(page.settled, language) })}</p> : null}
      <TextField
        label={t(what === 'base' ? 'budget.settledDay' : 'budget.untilDay')} type="date" size="short" value={day} max={page.day}
        onChange={(changed) => {
          setDay(changed)
          budget.again(what, changed)
        }}
      />
      <DropZone label={t('budget.drop')} busy={busy} onFile={(file) => void budget.take(file, what, day)} />
      {budget.file ? <p className="small soft">{budget.file.name}</p> : null}
      {busy && !preview ? <p role="status">{t('survey.reading')}</p> : null}
      {error !== undefined ? <WhatFailed error={error} /> : null}
      {preview ? (
        <>
          <p className="survey-meta">
            {t('survey.readAs', { count: preview.rows })} {preview.encoding ? t('survey.encoding', { encoding: preview.encoding }) : null}
          </p>
          {preview.faultCount > 0 ? <FaultTable faults={preview.faults} count={preview.faultCount} /> : null}
          {preview.result ? (
            <WouldChange page={page} preview={preview} what={what} day={day} busy={busy} onWrite={(said) => void budget.write(what, day, said)} />
          ) : null}
        </>
      ) : null}
    </div>
  )
}
