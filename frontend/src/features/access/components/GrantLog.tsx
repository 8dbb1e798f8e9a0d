import { useState } from 'react'
import { useSession } from '@/shared/api/session'
import { instant } from '@/shared/format/day'
import { useText } from '@/shared/text/useText'
import { newest, opposite } from '../standing'
import type { Grant } from '../wire'
import { whatIsGiven } from '../words'
import { TurnBack } from './TurnBack'

interface Props {
  grants: Grant[]
  nameOf: (subject: string) => string
}

/** What administrators gave and took back, newest first; each can be turned back. */
export function GrantLog({ grants, nameOf }: Props) {
  const { t, language } = useText()
  const { contracts } = useSession()
  const [open, setOpen] = useState<string>()
  const holding = new Set(newest(grants))
  const close = (id: string) => {
    setOpen(undefined)
    document.getElementById(id)?.focus()
  }
  return (
    <section className="requirement" aria-labelledby="access-grants">
      <h2 id="access-grants">{t('access.grants')}</h2>
      <p className="sub">{t('access.grantsWhat')}</p>
      {grants.length === 0 ? <p className="empty">{t('access.noGrants')}</p> : null}
      <ul className="plain facts">
        {grants.toReversed().map((grant) => {
          const who = nameOf(grant.subject)
          const words = { by: grant.byName, who, what: whatIsGiven(grant.kind, grant.value, contracts, t) }
          return (
            <li key={grant.id}>
              {grant.granted ? t('access.logGave', words) : t('access.logTook', words)}
              <span className="when">
                <time dateTime={grant.at}>{instant(grant.at, language)}</time>
                {' · '}
                {grant.subject}
                {' · '}
                {holding.has(grant) ? (grant.granted ? t('access.holds') : t('access.gone')) : t('access.replaced')}{' '}
                {holding.has(grant) ? (
                  <button
                    type="button"
                    className="linklike"
                    id={`turn-${grant.id}`}
                    aria-label={
                      grant.granted
                        ? t('access.takeWhat', { who, what: words.what })
                        : t('access.giveAgainWhat', { who, what: words.what })
                    }
                    onClick={() => setOpen(grant.id)}
                  >
                    {grant.granted ? t('access.take') : t('access.giveAgain')}
                  </button>
                ) : null}
              </span>
              {open === grant.id ? (
                <TurnBack row={opposite(grant)} name={who} onClose={() => close(`turn-${grant.id}`)} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
