import { useState } from 'react'
import type { Evidence } from '@/shared/api/wire'
import { EvidenceFields } from '@/shared/form/EvidenceFields'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Finding } from '../wire'
import { ActForm } from './ActForm'

/** What was done about a finding; another looks at it then. */
export function MeasureForm({ finding, where, onClose }: { finding: Finding; where: Where; onClose: () => void }) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [evidence, setEvidence] = useState<Evidence[]>([])
  const saying = useSay(where, onClose)
  const send = () =>
    saying.send({
      place: `customers/${finding.number}/clauses/${finding.clause}/measures`,
      expects: finding.measured,
      body: { text, evidence },
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.reportDone')} onSend={send} onClose={onClose}>
      <AreaField label={t('spotcheck.whatDone')} error={fault(saying.problem, 'text')} value={text} onChange={setText} />
      <EvidenceFields contract={where.contract} goal={where.goal} today={where.day} value={evidence} onChange={setEvidence} problem={saying.problem} />
    </ActForm>
  )
}
