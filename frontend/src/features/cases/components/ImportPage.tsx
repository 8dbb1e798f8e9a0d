import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { formatRat } from '@/shared/format/rat'
import { TextField } from '@/shared/form/Field'
import { DropZone } from '@/shared/file/DropZone'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { casesQuery } from '../api'
import { useCasesFile } from '../useCasesFile'
import type { CasesPage } from '../wire'
import { PreviewPart } from './PreviewPart'

/** A file of cases on its way in: chosen, looked at, written. */
export function ImportPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(casesQuery(contract, requirement, {}, asOf))
  usePageTitle(t('cases.importTitle'), data?.title)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/cases/$requirement" params={{ contract, goal, requirement }}>
          {t('cases.title', { what: data.title })}
        </Link>
      </p>
      <h1>{t('cases.importTitle')}</h1>
      {asOf !== undefined || !data.canImport ? (
        <p className="empty">{t(asOf === undefined ? 'cases.notYours' : 'cases.past')}</p>
      ) : (
        <Import page={data} contract={contract} />
      )}
    </>
  )
}

function Import({ page, contract }: { page: CasesPage; contract: string }) {
  const { t, language } = useText()
  const intake = useCasesFile(contract, page.requirement, page.today)
  const { said, stage, written } = intake
  const busy = stage !== undefined
  const figure = (n: number) => formatRat(String(n), language)
  return (
    <>
      <p className="sub">{t('cases.importWhat')}</p>
      {page.reasons.length > 0 ? (
        <details className="small">
          <summary>{t('cases.reasons')}</summary>
          <ul>
            {page.reasons.map(({ id, title }) => (
              <li key={id}>
                {title} <code>{id}</code>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <TextField
        label={t('cases.extractDay')}
        hint={t('cases.extractDayHint')}
        type="date"
        size="short"
        max={page.today}
        value={said.day}
        onChange={(day) => intake.say({ day })}
      />
      <p>
        <label className="choice-option">
          <input type="checkbox" checked={said.part} disabled={busy} onChange={(event) => intake.say({ part: event.target.checked })} />{' '}
          <span>{t('cases.part')}</span>
        </label>
      </p>
      <DropZone label={t('cases.drop')} busy={busy || said.day === ''} onFile={intake.take} />
      {intake.file ? <p className="small soft">{intake.file.name}</p> : null}
      {stage ? (
        <p role="status">
          {t(`cases.stage.${stage.stage}`, { done: figure(stage.done) })} <progress aria-hidden="true" />
        </p>
      ) : null}
      {intake.error !== undefined ? <Trouble error={intake.error} again={intake.again} /> : null}
      {written ? (
        <section className="requirement" role="status">
          <h2>{written.fact ? t('cases.written') : t('cases.nothingNew')}</h2>
          {written.fact ? <p>{written.fact.sentence}</p> : null}
          <p>
            <Link to="/c/$contract/goals/$goal/cases/$requirement" params={{ contract, goal: page.goal, requirement: page.requirement }}>
              {t('cases.toList')}
            </Link>
          </p>
        </section>
      ) : null}
      {intake.preview && !written ? <PreviewPart page={page} preview={intake.preview} intake={intake} busy={busy} /> : null}
    </>
  )
}
