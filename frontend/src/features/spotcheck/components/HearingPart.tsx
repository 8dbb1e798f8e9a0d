import { useState } from 'react'
import { useText } from '@/shared/text/useText'
import { FactList } from '@/shared/ui/FactList'
import type { Where } from '../useSay'
import type { Customer, Round } from '../wire'
import { AnswerForm } from './AnswerForm'
import { HeardWords } from './HeardWords'
import { HearForm } from './HearForm'
import { LetterLinks } from './LetterLinks'
import { RevokeForm } from './RevokeForm'

interface Props {
  customer: Customer
  round: Round
  where: Where
  acts: boolean
}

/** What the customer was asked and says to the deviations, and what can be done about it. */
export function HearingPart({ customer, round, where, acts }: Props) {
  const { t } = useText()
  const [form, setForm] = useState<'hear' | 'answer' | 'revoke'>()
  const [link, setLink] = useState('')
  const { hearing } = customer
  const newest = customer.reviews[0]
  const deviates = ((newest?.body as { clauses?: { finding: string }[] } | undefined)?.clauses ?? []).some(({ finding }) => finding === 'deviation')
  const may = acts && round.may.review && round.state === 'reviewing' && customer.state !== 'replaced'
  if (!hearing && !(may && deviates)) return null
  const waits = hearing?.state === 'open' || hearing?.state === 'unanswered'
  const close = () => setForm(undefined)
  const same = { customer, where, onClose: close }
  return (
    <div className="hearing">
      {hearing ? (
        <>
          <h4>{t('spotcheck.hearing')}</h4>
          <HeardWords hearing={hearing} />
          <FactList facts={hearing.facts} today={round.today} most={2} />
        </>
      ) : null}
      {hearing && round.may.review && !['revoked', 'dismissed'].includes(hearing.state) ? <LetterLinks where={where} number={customer.number} letter="hearing" /> : null}
      {link ? (
        <p className="alert alert-info screen-only">
          {t('spotcheck.linkOnce')} <code className="hash">{link}</code>
        </p>
      ) : null}
      {may && form === undefined ? (
        <p className="form-acts screen-only">
          {deviates && !waits ? (
            <button type="button" className="button button-secondary" onClick={() => setForm('hear')}>
              {t(hearing ? 'spotcheck.hearAgain' : 'spotcheck.hear')}
            </button>
          ) : null}{' '}
          {waits ? (
            <>
              <button type="button" className="button button-secondary" onClick={() => setForm('answer')}>
                {t('spotcheck.enterAnswer')}
              </button>{' '}
              <button type="button" className="linklike" onClick={() => setForm('revoke')}>
                {t('spotcheck.revoke')}
              </button>
            </>
          ) : null}
        </p>
      ) : null}
      {form === 'hear' ? <HearForm {...same} today={round.today} onLink={setLink} /> : null}
      {form === 'answer' ? <AnswerForm {...same} today={round.today} /> : null}
      {form === 'revoke' ? <RevokeForm {...same} /> : null}
    </div>
  )
}
