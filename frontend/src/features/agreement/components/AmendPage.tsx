import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContractPage, FileProblem, Outline } from '@/shared/api/wire'
import { useSession } from '@/shared/api/session'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { checkDraft } from '../api/checkDraft'
import { textQuery } from '../api/text'
import { newestQuery } from '../api/newest'
import { CommonChanges } from '../forms/CommonChanges'
import { ProposeForm } from '../forms/ProposeForm'
import { useCheck } from '../useCheck'
import { Differences } from './Differences'
import { SourceEditor } from './SourceEditor'

const noProblems: FileProblem[] = []

/** Where an amendment is written: common changes by form, anything else in the file. */
export function AmendPage() {
  const { t } = useText()
  const contract = useContractId()
  const text = useQuery(textQuery(contract, undefined))
  const newest = text.data?.versions.at(-1)?.version
  const file = useQuery({ ...newestQuery(contract, newest ?? 1), enabled: newest !== undefined })
  usePageTitle(t('amend.title'))
  const error = text.error ?? file.error
  if (!text.data || file.data === undefined || newest === undefined) {
    return error ? <Trouble error={error} again={() => void text.refetch()} /> : <Waiting />
  }
  return <Writing key={newest} page={text.data} contract={contract} newest={newest} file={file.data} />
}

interface WritingProps {
  page: ContractPage
  contract: string
  newest: number
  file: string
}

function Writing({ page, contract, newest, file }: WritingProps) {
  const { t } = useText()
  const { today } = useSession()
  const draft = useDraft(`${contract}/amend/${String(newest)}`, '', () => ({ source: file, from: '', reason: '' }))
  const { values, set } = draft
  const { found, checking } = useCheck(contract, values.source, (source, signal) => checkDraft(contract, source, signal))
  const untouched = values.source === file
  // While the file is faulty the form goes by what stood there before.
  const [last, setLast] = useState<Outline>()
  const outline = found?.outline ?? last
  if (found?.outline && found.outline !== last) setLast(found.outline)
  const [sending, setSending] = useState(false)
  const ready = !untouched && found !== undefined && !found.faulty && !checking
  return (
    <>
      <h1>{t('amend.title')}</h1>
      <p className="sub">{t('amend.what', { version: newest })}</p>
      <RestoredLine restored={draft.restored} />
      {page.canDraft ? (
        <>
          {outline ? (
            <CommonChanges
              outline={outline}
              contract={contract}
              source={values.source}
              onEdited={(source) => set({ source })}
            />
          ) : null}
          <section className="requirement">
            <h2>{t('amend.file')}</h2>
            <SourceEditor
              label={t('amend.fileLabel')}
              value={values.source}
              problems={found?.problems ?? noProblems}
              checking={checking}
              onChange={(source) => set({ source })}
            />
            {untouched ? null : (
              <button type="button" className="linklike" onClick={() => set({ source: file })}>
                {t('amend.restore', { version: newest })}
              </button>
            )}
          </section>
          <section className="requirement" aria-live="polite">
            <h2>{t('amend.changes')}</h2>
            {untouched || !found ? (
              <p className="empty">{t('amend.untouched')}</p>
            ) : (
              <Differences comparison={found.comparison} contract={contract} />
            )}
          </section>
        </>
      ) : (
        <p className="empty">{t('amend.notYours')}</p>
      )}
      {page.canPropose ? (
        sending ? (
          <ProposeForm contract={contract} draft={draft} today={today} until={page.to} ready={ready} />
        ) : (
          <p className="form-acts">
            <button
              type="button"
              className="button button-primary"
              aria-disabled={!ready}
              onClick={() => setSending(ready)}
            >
              {t('amend.next')}
            </button>
            {ready ? null : <span className="soft">{t('amend.notReady')}</span>}
          </p>
        )
      ) : page.canDraft ? (
        <p className="soft">{t('amend.handOver')}</p>
      ) : null}
    </>
  )
}
