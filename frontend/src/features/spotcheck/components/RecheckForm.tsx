import { useState } from 'react'
import { Choice } from '@/shared/form/Choice'
import { AreaField } from '@/shared/form/Field'
import { fault } from '@/shared/form/useSaving'
import { useText } from '@/shared/text/useText'
import { useSay, type Where } from '../useSay'
import type { Finding } from '../wire'
import { ActForm } from './ActForm'

/** Whether another's finding is mended: then it is closed, or else it goes back. */
export function RecheckForm({ finding, where, onClose }: { finding: Finding; where: Where; onClose: () => void }) {
  const { t } = useText()
  const [verdict, setVerdict] = useState<'accepted' | 'returned' | ''>('')
  const [note, setNote] = useState('')
  const saying = useSay(where, onClose)
  const send = () =>
    saying.send({
      place: `customers/${finding.number}/clauses/${finding.clause}/rechecks`,
      body: { fact: finding.measured, verdict, ...(note ? { note } : {}) },
      expects: finding.rechecked,
    })
  return (
    <ActForm saying={saying} act={t('spotcheck.recheckDone')} onSend={send} onClose={onClose}>
      <Choice
        label={t('spotcheck.isMended')} error={fault(saying.problem, 'verdict')} value={verdict}
        options={[{ value: 'accepted', label: t('spotcheck.mended') }, { value: 'returned', label: t('spotcheck.notMended') }]}
        onChange={setVerdict}
      />
      <AreaField label={t('spotcheck.recheckNote')} error={fault(saying.problem, 'note')} value={note} onChange={setNote} />
    </ActForm>
  )
}
