import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { DropZone } from '@/shared/file/DropZone'
import { FaultTable } from '@/shared/file/FaultTable'
import { WhatFailed } from '@/shared/file/WhatFailed'
import { useAsOf, useContractId } from '@/shared/route'
import { useText } from '@/shared/text/useText'
import { Trouble } from '@/shared/ui/Trouble'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { Waiting } from '@/shared/ui/Waiting'
import { surveyQuery } from '../api/survey'
import { isWhole } from '../mapping'
import { useImport } from '../useImport'
import type { SurveyPage } from '../wire'
import { ColumnTable } from './ColumnTable'
import { Numbers } from './Numbers'
import { ScaleField } from './ScaleField'
import { Words } from './Words'
import { WouldSay } from './WouldSay'

/** Answers from a survey tool's file: chosen, told what the columns are, seen, written. */
export function ImportPage() {
  const { t } = useText()
  const contract = useContractId()
  const { goal = '', requirement = '' } = useParams({ strict: false })
  const asOf = useAsOf()
  const { data, error, refetch } = useQuery(surveyQuery(contract, requirement, asOf))
  usePageTitle(t('survey.importTitle'), data?.contractTitle)
  if (!data) return error ? <Trouble page error={error} again={() => void refetch()} /> : <Waiting />
  return (
    <>
      <p className="small">
        <Link to="/c/$contract/goals/$goal/survey/$requirement" params={{ contract, goal, requirement }}>
          {data.title}
        </Link>
      </p>
      <h1>{t('survey.importTitle')}</h1>
      {asOf !== undefined || !data.canRun ? (
        <p className="empty">{t(asOf === undefined ? 'survey.notYours' : 'survey.past')}</p>
      ) : (
        <Import page={data} contract={contract} />
      )}
    </>
  )
}

function Import({ page, contract }: { page: SurveyPage; contract: string }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { goal, requirement } = page
  const survey = useImport(contract, requirement, page.expects)
  const { preview, mapping, busy, error, saved } = survey
  useEffect(() => {
    if (saved) void navigate({ to: '/c/$contract/goals/$goal/survey/$requirement', params: { contract, goal, requirement } })
  }, [saved, navigate, contract, goal, requirement])
  return (
    <div className="survey">
      <p className="sub">{t('survey.importWhat')}</p>
      <DropZone label={t('survey.drop')} busy={busy} onFile={(file) => void survey.take(file)} />
      {survey.file ? <p className="small soft">{survey.file.name}</p> : null}
      {busy && !preview ? <p role="status">{t('survey.reading')}</p> : null}
      {error !== undefined ? <WhatFailed error={error} /> : null}
      {preview && mapping ? (
        <>
          <p className="survey-meta">
            {t('survey.readAs', { count: preview.rows })} {preview.encoding ? t('survey.encoding', { encoding: preview.encoding }) : null}{' '}
            {preview.covered > 0 ? t('survey.covered', { count: preview.covered }) : null}
          </p>
          <ColumnTable preview={preview} mapping={mapping} onSay={survey.say} />
          {preview.mapping.scale.length > 0 ? <ScaleField mapping={mapping} onSay={survey.say} /> : null}
          <Words preview={preview} mapping={mapping} onSay={survey.say} />
          {preview.faultCount > 0 ? <FaultTable faults={preview.faults} count={preview.faultCount} /> : null}
          {!isWhole(mapping) ? <p className="empty">{t('survey.notYet')}</p> : null}
          {preview.result ? (
            <>
              <Numbers preview={preview} typed={survey.typed} onType={survey.type} onLeave={survey.typedNumbers} />
              <WouldSay page={page} preview={preview} busy={busy} error={error} onWrite={(said) => void survey.write(said)} />
            </>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
