import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ContractPage, FileProblem, Outline } from '@/shared/api/wire'
import { useSession } from '@/shared/api/session'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { changed, useAsOf, useContractId } from '@/shared/route'
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
import { OldDraft } from './OldDraft'
import { SourceEditor } from './SourceEditor'

const noProblems: FileProblem[] = []

/** Where an amendment is written: common changes by form, anything else in the file. The past is not amended. */
export function AmendPage() {
  const { t } = useText()
  const contract = useContractId()
  const asOf = useAsOf()
  usePageTitle(t('amend.title'))
  if (asOf === undefined) return <Present key={contract} contract={contract} />
  return (
    <>
      <h1>{t('amend.title')}</h1>
      <p className="empty">
        {t('amend.past')}{' '}
        <Link to="." search={changed({ asOf: undefined })}>
          {t('past.back')}
        </Link>
      </p>
    </>
  )
}

function Present({ contract }: { contract: string }) {
  const text = useQuery(textQuery(contract, undefined))
  const newest = text.data?.versions.at(-1)?.version
  // While a newer version's file is on its way, the writing stays.
  const file = useQuery({ ...newestQuery(contract, newest ?? 1), enabled: newest !== undefined, placeholderData: keepPreviousData })
  const error = text.error ?? file.error
  if (!text.data || file.data === undefined) {
    return error ? <Trouble error={error} again={() => void (text.error ? text : file).refetch()} /> : <Waiting />
  }
  return <Writing page={text.data} contract={contract} newest={file.data.version} file={file.data.source} />
}

interface WritingProps {
  page: ContractPage
  contract: string
  newest: number
  file: string
}

interface Values {
  /** The file as it is to be; null while nobody has written in it, whichever version is the newest. */
  source: string | null
  /** The version that the writing began from. */
  base: number
  from: string
  reason: string
}

function Writing({ page, contract, newest, file }: WritingProps) {
  const { t } = useText()
  const { today } = useSession()
  const draft = useDraft<Values>(`${contract}/amend`, '', () => ({ source: null, base: newest, from: '', reason: '' }))
  const { values, set } = draft
  const source = values.source ?? file
  const base = values.source === null ? newest : values.base
  const old = base < newest
  const write = (changedSource: string) => set({ source: changedSource, base })
  const beginAnew = () => set({ source: null, base: newest })
  const check = (text: string, signal: AbortSignal) => checkDraft(contract, text, signal)
  const { found, checking } = useCheck(`${contract}/${String(newest)}`, source, check)
  const untouched = source === file
  // While the file is faulty the form goes by what stood there before.
  const [last, setLast] = useState<Outline>()
  const outline = found?.outline ?? last
  if (found?.outline && found.outline !== last) setLast(found.outline)
  const [sending, setSending] = useState(false)
  const ready = !old && !untouched && found !== undefined && !found.faulty && !checking
  return (
    <>
      <h1>{t('amend.title')}</h1>
      <p className="sub">{t('amend.what', { version: base })}</p>
      <RestoredLine restored={draft.restored} />
      {old ? (
        <OldDraft base={base} newest={newest} onAnew={beginAnew} onGoOn={() => set({ base: newest })} />
      ) : null}
      {page.canDraft ? (
        <>
          {outline ? (
            <CommonChanges
              outline={outline}
              contract={contract}
              source={source}
              onEdited={write}
            />
          ) : null}
          <section className="requirement screen-only">
            <h2>{t('amend.file')}</h2>
            <SourceEditor
              label={t('amend.fileLabel')}
              value={source}
              problems={found?.problems ?? noProblems}
              checking={checking}
              onChange={write}
            />
            {untouched ? null : (
              <button type="button" className="linklike" onClick={beginAnew}>
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
        sending && !old ? (
          <ProposeForm contract={contract} draft={draft} source={source} today={today} until={page.to} ready={ready} />
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
            {ready ? null : <span className="soft">{t(old ? 'amend.choose' : 'amend.notReady')}</span>}
          </p>
        )
      ) : page.canDraft ? (
        <p className="soft">{t('amend.handOver')}</p>
      ) : null}
    </>
  )
}
