import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FileProblem } from '@/shared/api/wire'
import { useSession } from '@/shared/api/session'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { PlainForm } from '@/shared/form/PlainForm'
import { useSending } from '@/shared/form/useSending'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { addContract } from '../api/addContract'
import { checkContract } from '../api/checkContract'
import { draftQuery } from '../api/draft'
import { ProposeContract } from '../forms/ProposeContract'
import type { NewContractSearch } from '../search'
import { useCheck } from '../useCheck'
import { FromYear } from './FromYear'
import { PaperPart } from '../paper/PaperPart'
import { SourceEditor } from './SourceEditor'

const noProblems: FileProblem[] = []

/** Where a contract that is not tracked yet is written: to be signed by its parties or, by an administrator, taken in from its file. */
export function NewContractPage() {
  const { t } = useText()
  const { operations } = useSession()
  const { draft }: NewContractSearch = useSearch({ strict: false })
  usePageTitle(t('newContract.title'))
  return (
    <main className="wrap page main-column" id="content" tabIndex={-1}>
      {operations.includes('contract.draft') ? (
        draft === undefined ? (
          <Writing place="new-contract" begun="" />
        ) : (
          <Anew contract={draft} />
        )
      ) : (
        <>
          <h1>{t('newContract.title')}</h1>
          <p className="empty">{t('newContract.notYours')}</p>
        </>
      )}
    </main>
  )
}

/** Another draft of a contract whose parties have not both signed. */
function Anew({ contract }: { contract: string }) {
  const { data, error, refetch } = useQuery(draftQuery(contract))
  if (!data) return error ? <Trouble error={error} again={() => void refetch()} /> : <Waiting />
  return <Writing place={`new-contract/${contract}/${String(data.drafts[0]?.number)}`} begun={data.text.source} />
}

interface WritingProps {
  /** What the text is kept under. */
  place: string
  /** The text to begin with. */
  begun: string
}

function Writing({ place, begun }: WritingProps) {
  const { t } = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { operations } = useSession()
  const draft = useDraft(place, '', () => ({ source: begun, reason: '' }))
  const { source } = draft.values
  const { found, checking } = useCheck('new', source, checkContract)
  const sending = useSending(addContract, async (contract) => {
    draft.clear()
    await client.invalidateQueries()
    await navigate({ to: '/c/$contract/agreement', params: { contract } })
  })
  const leave = () => {
    draft.clear()
    void navigate({ to: '/' })
  }
  const ready = found !== undefined && !found.faulty && !checking && source.trim() !== ''
  return (
    <>
      <h1>{t('newContract.title')}</h1>
      <p className="sub">{t('newContract.what')}</p>
      <RestoredLine restored={draft.restored} />
      <p>
        <label className="form-label" htmlFor="new-contract-file">
          {t('newContract.file')}
        </label>
        <input
          id="new-contract-file"
          type="file"
          accept=".yaml,.yml,text/yaml,application/yaml"
          onChange={(event) => void event.target.files?.[0]?.text().then((text) => draft.set({ source: text }))}
        />
      </p>
      <FromYear source={source} onChange={(text) => draft.set({ source: text })} />
      <PaperPart onWritten={(text) => draft.set({ source: text })} />
      <SourceEditor
        label={t('newContract.text')}
        value={source}
        problems={source.trim() === '' ? noProblems : (found?.problems ?? noProblems)}
        checking={checking}
        onChange={(text) => draft.set({ source: text })}
      />
      {source.trim() === '' ? <p className="empty">{t('newContract.empty')}</p> : null}
      {ready ? <h2>{t('newContract.done')}</h2> : null}
      {ready && operations.includes('contract.propose') ? <ProposeContract draft={draft} found={found} onCancel={leave} /> : null}
      {ready && operations.includes('contract.manage') ? (
        <PlainForm
          title={t('newContract.ready', { title: found.title, id: found.id, count: found.goals })}
          submit={t('newContract.add')}
          sending={sending}
          onSubmit={() => sending.send(source)}
          onCancel={leave}
        >
          <p>{t('newContract.after')}</p>
        </PlainForm>
      ) : null}
    </>
  )
}
