import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { PlainForm } from '@/shared/form/PlainForm'
import { useSending } from '@/shared/form/useSending'
import { instant, longDay } from '@/shared/format/day'
import { operationName } from '@/shared/text/operations'
import { contractName, goalName } from '@/shared/text/scope'
import { useText } from '@/shared/text/useText'
import { useAnnounce } from '@/shared/ui/announce'
import { DayText } from '@/shared/ui/DayText'
import { revokeToken } from '../api/revokeToken'
import { dayAt } from '../time'
import { needsGoals } from '../scope'
import type { TokenLine } from '../wire'
import { TokenUses } from './TokenUses'

/** One token: what it may, until when, and when it was used. */
export function TokenRow({ token }: { token: TokenLine }) {
  const { t, language } = useText()
  const { contracts, subject } = useSession()
  const [asking, setAsking] = useState(false)
  const button = `revoke-${token.id}`
  const goals = token.goals.map((goal) => goalName(goal, contracts, t))
  return (
    <>
      <tr>
        <th scope="row">
          <span className="title">{token.name}</span>
          <span className="why">
            {token.owner === subject ? null : `${token.ownerName} · `}
            {t('token.made', { when: longDay(dayAt(new Date(token.created)), language) })}
          </span>
        </th>
        <td data-title={t('token.may')}>
          {token.operations.map((operation) => operationName(operation, t)).join(', ')}
          <span className="why">
            {token.contracts.map((id) => contractName(id, contracts, t)).join(', ')}
            {needsGoals(token.operations) && goals.length > 0 ? ` · ${goals.join(', ')}` : null}
          </span>
        </td>
        <td data-title={t('token.until')}>
          <Until token={token} />
        </td>
        <td data-title={t('token.used')}>
          {token.used ? (
            <>
              <time dateTime={token.used}>{instant(token.used, language)}</time>
              <TokenUses id={token.id} name={token.name} />
            </>
          ) : (
            <span className="soft">{t('token.neverUsed')}</span>
          )}
        </td>
        <td className="acts-cell">
          {token.state === 'good' ? (
            <button
              type="button"
              className="linklike"
              id={button}
              aria-label={t('token.revokeWhich', { name: token.name })}
              onClick={() => setAsking(true)}
            >
              {t('token.revoke')}
            </button>
          ) : null}
        </td>
      </tr>
      {asking ? (
        <tr className="form-row">
          <td colSpan={5}>
            <Revoke
              token={token}
              onClose={() => {
                setAsking(false)
                document.getElementById(button)?.focus()
              }}
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Until({ token }: { token: TokenLine }) {
  const { t, language } = useText()
  if (token.revoked) return t('token.revokedOn', { when: instant(token.revoked, language) })
  const day = dayAt(new Date(token.expires))
  if (token.state === 'expired') return t('token.expiredOn', { when: longDay(day, language) })
  // By the wall's clock, as the server does.
  return <DayText day={day} today={dayAt(new Date())} />
}

function Revoke({ token, onClose }: { token: TokenLine; onClose: () => void }) {
  const { t } = useText()
  const client = useQueryClient()
  const announce = useAnnounce()
  const sending = useSending(revokeToken, async () => {
    onClose()
    announce(t('token.revokedNow', { name: token.name }))
    await client.invalidateQueries({ queryKey: keys.tokens })
  })
  return (
    <PlainForm
      title={t('token.askRevoke', { name: token.name })}
      submit={t('token.revokeAct')}
      sending={sending}
      onSubmit={() => sending.send(token.id)}
      onCancel={onClose}
    >
      <p>{t('token.revokeMeans')}</p>
    </PlainForm>
  )
}
