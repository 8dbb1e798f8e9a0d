import { useState } from 'react'
import { useSession } from '@/shared/api/session'
import { PlainForm } from '@/shared/form/PlainForm'
import { uuid7 } from '@/shared/format/uuid'
import { useText } from '@/shared/text/useText'
import { useGranting } from '../useGranting'
import type { NewGrant } from '../wire'
import { whatIsGiven } from '../words'

interface Props {
  /** What is to be written, without its id. */
  row: Omit<NewGrant, 'id'>
  name: string
  onClose: () => void
}

/** Asks before something is taken back, or given again. */
export function TurnBack({ row, name, onClose }: Props) {
  const { t } = useText()
  const { contracts, subject: me } = useSession()
  // The same id however often it is sent.
  const [id] = useState(() => uuid7())
  const sending = useGranting(() => name, onClose)
  const what = whatIsGiven(row.kind, row.value, contracts, t)
  const own = row.subject === me && row.kind === 'role' && row.value === 'admin' && !row.granted
  return (
    <PlainForm
      title={row.granted ? t('access.askGive', { who: name, what }) : t('access.askTake', { who: name, what })}
      submit={row.granted ? t('access.giveAgain') : t('access.take')}
      sending={sending}
      onSubmit={() => sending.send([{ ...row, id }])}
      onCancel={onClose}
    >
      <p>{row.granted ? t('access.giveMeans') : t('access.takeMeans')}</p>
      {own ? <p className="alert alert-warning">{t('access.takeOwn')}</p> : null}
    </PlainForm>
  )
}
