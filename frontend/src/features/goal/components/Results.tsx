import type { GoalPage, Requirement, ResultLine } from '@/shared/api/wire'
import { tidy } from '@/shared/text/tidy'
import { useText } from '@/shared/text/useText'
import { DayText } from '@/shared/ui/DayText'
import { ResultForm } from '@/shared/report/ResultForm'
import { anchor, useFormAddress } from '@/shared/form/useFormAddress'
import { EvidenceList } from '@/shared/ui/EvidenceList'
import { ResultVerify } from './ResultVerify'
import { ToImport } from './ToImport'
import { VerificationNote } from './VerificationNote'

interface Props {
  page: GoalPage
  requirement: Requirement
}

/** A requirement with one figure: the newest, its source, its verification. */
export function Results({ page, requirement }: Props) {
  const { t } = useText()
  const { openOn, open, closer } = useFormAddress()
  const { past, day } = page.asOf
  const result = requirement.results[0]
  const imported = result !== undefined && result.import !== ''
  return (
    <div className="result" id={anchor(requirement.id)} tabIndex={-1}>
      {result ? <ResultText contract={page.contract.id} result={result} day={day} /> : <p className="empty">{t('result.none')}</p>}
      <p className="result-acts screen-only">
        {requirement.canReport && !past && imported ? (
          <ToImport page={page} requirement={requirement}>
            {t('result.import')}
          </ToImport>
        ) : null}
        {requirement.canReport && !past && !imported ? (
          <button type="button" className="linklike" onClick={() => open('result', requirement.id)}>
            {result ? t('result.new') : t('task.report')}
          </button>
        ) : null}
        {result?.canVerify && !past ? (
          <button type="button" className="linklike" onClick={() => open('verify', requirement.id)}>
            {t('task.verify')}
          </button>
        ) : null}
      </p>
      {openOn(requirement.id) === 'result' && requirement.canReport && !imported ? (
        <ResultForm
          contract={page.contract.id}
          goal={page.goal.id}
          requirement={requirement}
          month=""
          previous={result}
          today={page.today}
          onClose={closer('result', requirement.id)}
        />
      ) : null}
      {result?.canVerify && openOn(requirement.id) === 'verify' ? (
        <ResultVerify page={page} requirement={requirement} result={result} onClose={closer('verify', requirement.id)} />
      ) : null}
    </div>
  )
}

function ResultText({ contract, result, day }: { contract: string; result: ResultLine; day: string }) {
  const { t } = useText()
  return (
    <>
      <p className="result-words">
        {tidy(result.words)} <span className="tag">{result.final ? t('result.isFinal') : t('result.notFinal')}</span>
      </p>
      <p className="small soft">
        {t('result.speaksOf')} <DayText day={result.day} today={day} />
        {' · '}
        {t('result.from', { source: result.source, who: result.fact.actor.name })}
        {result.note ? ` · ${result.note}` : null}
      </p>
      <VerificationNote verification={result.verification} today={day} />
      <EvidenceList contract={contract} evidence={result.evidence} />
    </>
  )
}
