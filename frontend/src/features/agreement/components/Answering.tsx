import type { Amendment } from '@/shared/api/wire'
import { useFormAddress } from '@/shared/form/useFormAddress'
import { useText } from '@/shared/text/useText'
import { DecideForm } from '../forms/DecideForm'
import { WithdrawForm } from '../forms/WithdrawForm'

/** What the reader may say of a proposal, or sign. */
export function Answering({ amendment, contract, today }: { amendment: Amendment; contract: string; today: string }) {
  const { t } = useText()
  const { openOn, open, closer } = useFormAddress()
  const { may } = amendment
  const side = may.agree ? 'agency' : may.approve ? 'department' : undefined
  const number = String(amendment.number)
  const words = amendment.base === 0 ? 'signing' : 'amendment'
  const form = openOn(number)
  if (form === 'approve' && side !== undefined) {
    return <DecideForm contract={contract} amendment={amendment} side={side} today={today} onClose={closer(form, number)} />
  }
  if (form === 'withdraw' && may.withdraw) {
    return <WithdrawForm contract={contract} amendment={amendment} today={today} onClose={closer(form, number)} />
  }
  if (side === undefined && !may.withdraw) return null
  return (
    <p className="form-acts">
      {side === undefined ? null : (
        <button type="button" className="button button-primary" onClick={() => open('approve', number)}>
          {t(side === 'agency' ? `${words}.answerAgency` : `${words}.answerDepartment`)}
        </button>
      )}
      {may.withdraw ? (
        <button type="button" className="button button-secondary" onClick={() => open('withdraw', number)}>
          {t(`${words}.withdraw`)}
        </button>
      ) : null}
    </p>
  )
}
