import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { FileProblem } from '@/shared/api/wire'
import { useSession } from '@/shared/api/session'
import { RestoredLine } from '@/shared/form/RestoredLine'
import { useDraft } from '@/shared/form/useDraft'
import { PlainForm } from '@/shared/form/PlainForm'
import { useSending } from '@/shared/form/useSending'
import { useText } from '@/shared/text/useText'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { addContract } from '../api/addContract'
import { checkContract } from '../api/checkContract'
import { useCheck } from '../useCheck'
import { FromYear } from './FromYear'
import { PaperPart } from '../paper/PaperPart'
import { SourceEditor } from './SourceEditor'

const noProblems: FileProblem[] = []

/** Takes in a contract that is not tracked yet, from its file. */
export function NewContractPage() {
  const { t } = useText()
  const { operations } = useSession()
  usePageTitle(t('newContract.title'))
  return (
    <main className="wrap page main-column" id="content" tabIndex={-1}>
      {operations.includes('contract.manage') ? (
        <Writing />
      ) : (
        <>
          <h1>{t('newContract.title')}</h1>
          <p className="empty">{t('newContract.notYours')}</p>
        </>
      )}
    </main>
  )
}

function Writing() {
  const { t } = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const draft = useDraft('new-contract', '', () => ({ source: '' }))
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
      {found && !found.faulty && !checking && source.trim() !== '' ? (
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
